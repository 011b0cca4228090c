import { feeFor, revisionById } from '#lib/catalogue';
import { requestPayment, returnPayments } from '#lib/payments';
import { legalDate, transaction } from '#lib/platform';
import { readAnswers } from '../application/answers.js';
import { Application } from '../application/application.entity.js';
import type { EffectHandler } from '../effect/effects.js';
import { askFollowUp } from '../outbox/ask-follow-up.js';

/** Asks for the fee that the procedure states for what was answered, to be paid to the agency; nothing where it states none. */
export const requestFee: EffectHandler = (platform, { applicationId, sequence }) =>
  transaction(platform.database, async (tx) => {
    const application = await tx.getRepository(Application).findOneByOrFail({ id: applicationId });
    const { definition } = await revisionById(tx, application.revisionId);
    const { number, agencyId } = application;
    const { title } = definition;
    const answers = await readAnswers(tx, platform, applicationId);
    const { amountDong } = feeFor(definition, answers, legalDate(application.filedAt));
    if (!amountDong) return;
    await requestPayment(tx, platform, {
      applicationId,
      sequence,
      number,
      agencyId,
      title,
      amountDong,
    });
    // It ended before this ran: whoever ended it found nothing to take back.
    if (application.waitsFor === 'nobody') await returnPayments(tx, applicationId, application.version + 1);
  });

/** Takes back what was asked for, and has the cashier give back what was paid. */
export const returnFee: EffectHandler = (platform, { applicationId, sequence }) =>
  transaction(platform.database, async (tx) => {
    await returnPayments(tx, applicationId, sequence);
    await askFollowUp(tx, applicationId);
  });
