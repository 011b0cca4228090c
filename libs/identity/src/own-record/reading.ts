import { agencyById, agencyName } from '#lib/organisations';
import type { Language } from '#lib/platform';
import { type RecordReading, recordWriter } from '#lib/web';
import { issuerOf, trustedProviders } from '../national-sign-in/trusted-provider.js';
import type { DocumentKind } from '../proofing/counter-request.entity.js';
import { ownRecordTexts } from './texts.js';

export const writerIn = (language: Language) => recordWriter(language, ownRecordTexts(language));

/** Another provider of identities, by what it is called here. */
export function provider({ platform, language }: RecordReading, issuer: string | undefined) {
  const t = ownRecordTexts(language);
  const known = Object.values(trustedProviders).find((each) => issuerOf(platform.config, each) === issuer);
  return writerIn(language).fact('provider', issuer, (each) =>
    known ? t(`authenticatedBy-${known.authenticatedBy}`) : each,
  );
}

export function documentFact({ language }: RecordReading, document: DocumentKind | null | undefined) {
  return writerIn(language).fact('document', document, (kind) =>
    ownRecordTexts(language)(`document-${kind}`),
  );
}

export async function agency({ tx, language }: RecordReading, id: string | null | undefined) {
  const name = id ? agencyName(await agencyById(tx, id), language) : undefined;
  return writerIn(language).text('agency', name);
}
