import { canonicalForm, newId } from '#lib/platform';
import {
  type Actor,
  clockEvents,
  type EffectName,
  everyTransition,
  goesThere,
  type Successor,
} from '#lib/workflow';
import { performAct } from '../act/perform-act.js';
import type { Application } from '../application/application.entity.js';
import { answering } from '../consultation/consulted-case.js';
import { answerConsultation } from '../consultation/answer-consultation.js';
import { consultationsOf } from '../consultation/consultation.js';
import { consultedNow } from '../consultation/read-consulted.js';
import { meetDeadline } from '../deadline/meet-deadline.js';
import { effectHandlers } from '../effect/effects.js';
import { readFacts } from '../facts/facts.js';
import { followUp } from '../outbox/follow-up.js';
import type { ApplicationNews } from '../outbox/relay-outbox.js';
import { writeInboxEntry } from '../outbox/write-inbox-entry.js';
import { answerAct } from './answer-act.js';
import { bringAbout } from './bring-about.js';
import { rowOf } from './disagreements.js';
import type { WalkedApplication } from './walked-application.js';

/**
 * Lets happen in the engine what a definition says can happen next, the way it happens: an act of whoever may, the
 * follow-up of the system, a deadline that comes; then everything that is to be done because of it. Returns the row it
 * happened to; undefined where what its guards read cannot be brought about here, or something else happens first.
 */
export async function takeSuccessor(
  walked: WalkedApplication,
  successor: Successor,
  turn: number,
): Promise<Application | undefined> {
  const { event } = successor;
  const here = await rowOf(walked);
  if (!(await isAsWanted(walked, successor, here)))
    await bringAbout(walked, event.facts ?? {}, takeSuccessor);
  const before = await rowOf(walked);
  if (canonicalForm(before.state) !== canonicalForm(here.state)) return undefined;
  if (!(await isAsWanted(walked, successor, before))) return undefined;
  const actor = senderOf(successor);
  if (actor === 'system') await sendBySystem(walked, event.type);
  else if (event.type === answering) await answerOne(walked, turn);
  else await send(walked, successor, before, turn);
  const last = await doWhatFollows(walked, here.version);
  return last?.type === event.type && last.sequence > before.version ? before : undefined;
}

/** Whether what is stored leads this way; what whoever acts says is said as it is wanted. */
async function isAsWanted(
  { tx, platform, workflow }: WalkedApplication,
  successor: Successor,
  row: Application,
): Promise<boolean> {
  const { event } = successor;
  const read = await readFacts(tx, platform, row, workflow, event.type);
  return goesThere(workflow, row.state, successor, { ...event.facts, ...read });
}

/** Who sends it: one who may take all of its transitions, a person before the system. */
function senderOf({ taken }: Successor): Actor {
  const [first] = taken.sent;
  const able = first.by.filter((actor) => taken.sent.every(({ by }) => by.includes(actor)));
  return able.find((actor) => actor !== 'system') ?? able[0] ?? 'system';
}

async function send(
  walked: WalkedApplication,
  successor: Successor,
  before: Application,
  turn: number,
): Promise<void> {
  const { event, taken } = successor;
  const actor = senderOf(successor);
  const { tx, platform, id, personId, others } = walked;
  if (actor.endsWith('@consulted') && (await consultedNow(tx, id)).length === 0) return;
  const byCitizen = actor === 'citizen' || actor === 'representative';
  await performAct(tx, platform, {
    applicationId: id,
    event: event.type,
    version: before.version,
    // Whoever it is, it is no matter of theirs.
    read: { application: before, conflict: 'none' },
    idempotencyKey: newId(),
    actor: byCitizen
      ? { kind: 'citizen', id: personId, name: 'Người Đi Thử' }
      : { kind: 'officer', id: newId(), name: 'Cán bộ Đi Thử' },
    as: [actor],
    inNameOf: actor.endsWith('@consulted') ? others[0]?.agency.id : undefined,
    purpose: 'walk',
    details: { ...answerAct(walked, taken.sent[0], turn), ...outcomeOf(walked, successor) },
  });
}

/** The outcome that leads this way, where somebody says one: with this act, or signed as it was proposed before. */
function outcomeOf({ workflow }: WalkedApplication, { event, taken }: Successor): Record<string, unknown> {
  const { needs = [] } = taken.sent[0];
  const proposed = everyTransition(workflow).some(({ one }) => one.needs?.includes('outcome'));
  const said = needs.includes('outcome') || (needs.includes('passkey') && proposed);
  return said && event.facts?.outcome !== undefined ? { outcome: event.facts.outcome } : {};
}

/** A deadline sends its event when it comes; the rest the system sends as soon as it may. */
async function sendBySystem(walked: WalkedApplication, event: string): Promise<void> {
  const { tx, platform, clock, workflow, id: applicationId } = walked;
  if (!clockEvents(workflow).has(event))
    return followUp(platform, { applicationId, sequence: 0, type: event });
  const [row]: { path: string; due_at: Date }[] = await tx.query(
    `SELECT path, due_at FROM applications.deadline
      WHERE application_id = $1 AND kind = 'step' AND event = $2 ORDER BY due_at LIMIT 1`,
    [applicationId, event],
  );
  if (!row) return;
  clock.set(new Date(Math.max(row.due_at.getTime(), clock.now().getTime())));
  await meetDeadline(platform, {
    applicationId,
    kind: 'step',
    path: row.path,
    dueAt: row.due_at.toISOString(),
  });
}

async function answerOne({ tx, platform, id, others }: WalkedApplication, turn: number): Promise<void> {
  const [asked] = (await consultationsOf(tx, platform, id)).filter(({ state }) => state === 'open');
  const officer = others.find(({ agency }) => agency.id === asked?.agencyId)?.officer;
  if (!officer) return;
  await answerConsultation(platform, officer, {
    applicationId: id,
    key: newId(),
    opinion: turn % 2 === 0 ? 'agrees' : 'objects',
    reason: 'Ý kiến.',
    details: {},
    file: undefined,
  });
}

/**
 * What the events since a version bring about, each as its job would do it: the inbox is told, effects are done. Returns
 * the last of them.
 */
async function doWhatFollows(
  { tx, platform, id, told }: WalkedApplication,
  since: number,
): Promise<ApplicationNews | undefined> {
  const rows: { sequence: number; type: string; effects: string[] }[] = await tx.query(
    `SELECT sequence, type, effects FROM applications.outbox
      WHERE application_id = $1 AND sequence > $2 ORDER BY sequence`,
    [id, since],
  );
  for (const { sequence, type, effects } of rows) {
    const news = { applicationId: id, sequence, type };
    // Once for each event: it is the words that may be missing, and they do not change.
    if (!told.has(type)) await writeInboxEntry(platform, news);
    told.add(type);
    for (const name of effects) await effectHandlers[name as EffectName](platform, news);
  }
  const last = rows.at(-1);
  return last && { applicationId: id, ...last };
}
