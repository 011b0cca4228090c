import { revisionById } from '#lib/catalogue';
import { type Agency, agencyById, agencyName, superiorAgency } from '#lib/organisations';
import { inEveryLanguage, type Localised, type Platform, type Tx } from '#lib/platform';
import { recordAct } from '../act/record-act.js';
import type { Application } from '../application/application.entity.js';
import { deadlineWrite, type Deadlines } from './deadline-write.js';
import { keptSteps } from './kept-steps.js';
import { type LegalEvent, stageAfter } from './legal-stage.js';
import { type Notice, noticeWrite } from './notice-write.js';
import { texts } from './texts.js';

interface Alarm {
  application: Application;
  event: LegalEvent;
  idempotencyKey: string;
}

/**
 * Tells whoever has to know that a deadline is near or has passed, and sets what the clock does next. A warning goes to
 * the officers; a passed deadline to the head of the agency and, where no new date was promised or that has passed too,
 * to the head of the agency above. ASSUMPTION: the head is whoever has the authority to decide.
 */
export async function raiseAlarm(tx: Tx, platform: Platform, alarm: Alarm): Promise<void> {
  const { application, event, idempotencyKey } = alarm;
  const told = await whoIsTold(tx, application, event);
  const stage = stageAfter(event, application);
  const deadlines: Deadlines = {
    set: stage ? [{ kind: 'legal', path: '', dueAt: stage.at, event: stage.event }] : [],
    keep: await keptSteps(tx, application),
  };
  await recordAct(tx, platform, {
    applicationId: application.id,
    type: event === 'warn' ? 'warn-deadline' : 'escalate',
    version: application.version,
    idempotencyKey,
    actor: { kind: 'system', id: null, name: '' },
    purpose: 'workflow',
    details: {
      dueAt: application.dueAt?.toISOString(),
      kind: event,
      to: inEveryLanguage((language) =>
        told.map(({ words }) => words[language]).join(texts(language)('and')),
      ),
    },
    writes: [
      deadlineWrite(deadlines),
      noticeWrite(
        told.map(({ notice }) => notice),
        platform.clock.now(),
      ),
    ],
  });
}

interface Told {
  notice: Notice;
  words: Localised;
}

async function whoIsTold(tx: Tx, application: Application, kind: LegalEvent): Promise<Told[]> {
  const agency = await agencyById(tx, application.agencyId);
  if (kind === 'warn') return [telling(agency, 'officers', kind)];
  const head = telling(agency, 'head', kind);
  if (kind === 'overdue' && application.promisedAt) return [head];
  const { definition } = await revisionById(tx, application.revisionId);
  const above = await superiorAgency(tx, agency, definition.ministry);
  const superior = above ? [telling(above, 'superior', kind)] : [];
  return kind === 'overdue' ? [head, ...superior] : superior.length > 0 ? superior : [head];
}

function telling(agency: Agency, audience: Notice['audience'], kind: LegalEvent): Told {
  return {
    notice: { agencyId: agency.id, audience, kind },
    words: inEveryLanguage((language) =>
      texts(language)(`told-${audience}`, { agency: agencyName(agency, language) }),
    ),
  };
}
