import { confirmReceived, ordersOf } from '#lib/payments';
import { newId, Refusal } from '#lib/platform';
import type { GuardFacts, Reading } from '#lib/workflow';
import { answerConsultation } from '../consultation/answer-consultation.js';
import { consultationsOf } from '../consultation/consultation.js';
import { sweepConsultations } from '../consultation/sweep-consultations.js';
import { endParts, type Take } from './end-parts.js';
import type { WalkedApplication } from './walked-application.js';

/** Facts that a walk can bring about. */
export const broughtAbout: ReadonlySet<Reading> = new Set(['act', 'payment', 'consultations', 'children']);

/**
 * Brings about what guards are to read here, by what really brings it about: money paid, answers given, parts ended. What
 * is wanted may stay out.
 */
export async function bringAbout(
  walked: WalkedApplication,
  { payment, consultations, children }: GuardFacts,
  take: Take,
): Promise<void> {
  if (payment && payment.paidDong >= payment.dueDong) await pay(walked);
  if (consultations?.open === 0) await answerAll(walked, consultations);
  if (children?.open === 0) await endParts(walked, children, take);
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
      await sweepConsultations(platform, id);
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
