import type { RecordReading, RecordSection } from '#lib/web';
import { CounterRequest, type DocumentKind } from '../proofing/counter-request.entity.js';
import { methodWords } from '../proofing/proof-words.js';
import { Proofing } from '../proofing/proofing.entity.js';
import { agency, documentFact, provider, writerIn } from './reading.js';
import { ownRecordTexts } from './texts.js';

/** The facts of a check that a proof rests on. */
interface Evidence {
  issuer?: string;
  acr?: string;
  document?: DocumentKind;
  documentTail?: string;
  agencyId?: string;
}

/** When and how the identity was shown to be true. */
export async function proofings(reading: RecordReading): Promise<RecordSection> {
  const { tx, personId, language } = reading;
  const write = writerIn(language);
  const rows = await tx.getRepository(Proofing).find({ where: { personId }, order: { at: 'ASC' } });
  const entries = await Promise.all(
    rows.map(async ({ method, level, at, evidence }) => {
      const { issuer, acr, document, documentTail, agencyId } = evidence as Evidence;
      return [
        write.time('at', at),
        write.fact('method', method, (by) => methodWords(language, by)),
        write.fact('level', level, String),
        provider(reading, issuer),
        write.text('acr', acr),
        documentFact(reading, document),
        write.text('documentTail', documentTail),
        await agency(reading, agencyId),
      ];
    }),
  );
  return write.section('proofings', entries);
}

/** Checks at a counter that were asked for. */
export async function counterRequests(reading: RecordReading): Promise<RecordSection> {
  const { tx, personId, language } = reading;
  const t = ownRecordTexts(language);
  const write = writerIn(language);
  const rows = await tx
    .getRepository(CounterRequest)
    .find({ where: { personId }, order: { createdAt: 'ASC' } });
  const entries = await Promise.all(
    rows.map(async (row) => [
      write.time('askedAt', row.createdAt),
      write.fact('purpose', row.purpose, (purpose) => t(`purpose-${purpose}`)),
      write.fact('state', row.state, (state) => t(`state-${state}`)),
      write.time('expiresAt', row.expiresAt),
      await agency(reading, row.agencyId),
      write.time('openedAt', row.openedAt),
      documentFact(reading, row.document),
      write.text('documentTail', row.documentTail),
      write.time('checkedAt', row.checkedAt),
      write.fact('reason', row.reason, (reason) => t(`reason-${reason}`)),
      write.time('decidedAt', row.decidedAt),
    ]),
  );
  return write.section('counterRequests', entries);
}
