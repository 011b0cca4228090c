import { confirmReceived, ordersOf } from '#lib/payments';
import { newId, Refusal } from '#lib/platform';
import { type GuardFacts, guardNamed, type Reading } from '#lib/workflow';
import { answerConsultation } from '../consultation/answer-consultation.js';
import { consultationsOf } from '../consultation/consultation.js';
import { sweepConsultations } from '../consultation/sweep-consultations.js';
import { factReaders } from '../facts/facts.js';
import { rowOf } from './disagreements.js';
import { endParts, type Take } from './end-parts.js';
import type { WalkedApplication } from './walked-application.js';

/** Facts that a walk can bring about. */
export const broughtAbout: ReadonlySet<Reading> = new Set(['act', 'payment', 'consultations', 'children']);

/**
 * Whether a guard passes on what is stored, or was made to by what really brings it about: money paid, answers given,
 * parts ended.
 */
export async function makeTrue(walked: WalkedApplication, name: string, take: Take): Promise<boolean> {
  const guard = guardNamed(name);
  if (!guard || guard.reads === 'act') return guard !== undefined;
  const { reads } = guard;
  const passes = async () => {
    const facts = await factReaders[reads](walked.tx, walked.platform, await rowOf(walked));
    return guard.passes({ [reads]: facts } as GuardFacts);
  };
  if (await passes()) return true;
  if (reads === 'payment') await pay(walked);
  if (reads === 'consultations') await answerAll(walked, guard.examples[0]?.consultations);
  if (reads === 'children') await endParts(walked, guard.examples[0]?.children, take);
  return passes();
}

/** The cashier confirms every order that is due. */
async function pay({ tx, platform, id, others }: WalkedApplication): Promise<void> {
  for (const { id: orderId, amountDong, state } of await ordersOf(tx, id))
    if (state === 'due') {
      const key = newId();
      const officerId = others[0]?.officer.id ?? key;
      await confirmReceived(tx, platform, { orderId, officerId, amountDong, receiptNumber: key, key });
    }
}

/** The first agency that was asked answers; the second too, or it is silent where that is agreement. */
async function answerAll(walked: WalkedApplication, wanted: GuardFacts['consultations']): Promise<void> {
  const { tx, platform, clock, id, others } = walked;
  const open = (await consultationsOf(tx, platform, id)).filter(({ state }) => state === 'open');
  for (const [index, { agencyId, silence, dueAt }] of open.entries()) {
    if (index > 0 && silence === 'agrees') {
      clock.set(new Date(Math.max(dueAt.getTime(), clock.now().getTime())));
      await sweepConsultations(platform);
      return;
    }
    const officer = others.find(({ agency }) => agency.id === agencyId)?.officer;
    const opinion = wanted?.objected ? 'objects' : 'agrees';
    if (officer)
      await answerConsultation(platform, officer, {
        applicationId: id,
        key: newId(),
        opinion,
        reason: 'Ý kiến.',
        details: {},
        file: undefined,
      }).catch(notHere);
  }
}

/** No answer is taken where the workflow stands: then only silence helps. */
function notHere(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
