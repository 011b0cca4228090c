import { addInboxEntry } from '#lib/notifications';
import { canonicalForm, digest, inEveryLanguage, newId, type Tx } from '#lib/platform';
import { Consent } from './consent.entity.js';
import { consentInForce } from './consent-in-force.js';
import type { RelyingParty } from './relying-party.js';
import { type SharedScope, sharedScopes } from './shared-scopes.js';
import { relyingPartyTexts } from './texts.js';

interface Given {
  personId: string;
  party: RelyingParty;
  /** What the person agreed to just now; what they agreed to before stays. */
  scopes: SharedScope[];
  at: Date;
}

/** Keeps a person's consent and, where it is the first to this system, tells them in their inbox. */
export async function giveConsent(tx: Tx, { personId, party, scopes, at }: Given): Promise<Consent> {
  // Two tabs agree at once: the second finds what the first has kept.
  await tx.query('SELECT id FROM identity.person WHERE id = $1 FOR UPDATE', [personId]);
  const { clientId } = party;
  const before = await consentInForce(tx, personId, clientId);
  const together = new Set([...(before?.scopes ?? ['openid' as const]), ...scopes]);
  if (before && together.size === before.scopes.length) return before;
  const consents = tx.getRepository(Consent);
  if (before) await consents.update(before.id, { endedAt: at });
  const first = !(await consents.existsBy({ personId, clientId }));
  const wordsHash = digest(canonicalForm({ ...wordsFor(party), scopes: [...together].map(nameOfScope) }));
  const consent: Consent = {
    id: newId(),
    personId,
    clientId,
    scopes: [...together],
    wordsHash,
    givenAt: at,
    lastUsedAt: at,
    endedAt: null,
  };
  await consents.insert(consent);
  // What was granted before stays good: it is part of what is allowed now.
  if (before)
    await tx.query('UPDATE identity.consent_grant SET consent_id = $2 WHERE consent_id = $1', [
      before.id,
      consent.id,
    ]);
  if (first) await tellOfConsent(tx, consent, party);
  return consent;
}

function wordsFor({ agency, system, purpose }: RelyingParty) {
  return { agency, system, purpose };
}

function nameOfScope(scope: 'openid' | SharedScope) {
  return scope in sharedScopes ? relyingPartyTexts('vi')(`scope-${scope as SharedScope}`) : scope;
}

function tellOfConsent(tx: Tx, { id, personId, givenAt }: Consent, party: RelyingParty): Promise<void> {
  const words = (key: 'noticeTitle' | 'noticeBody') =>
    inEveryLanguage((each) =>
      relyingPartyTexts(each)(key, { agency: party.agency[each], system: party.system[each] }),
    );
  return addInboxEntry(tx, {
    personId,
    aboutId: id,
    sequence: 1,
    namesSomebody: true,
    title: words('noticeTitle'),
    body: words('noticeBody'),
    href: '/account/consents',
    at: givenAt,
  });
}
