import { validate as isUuid } from 'uuid';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Audience } from '../audience.js';
import type { Passkey } from '../passkey/passkey.entity.js';
import { orRefuse } from '../passkey/refuse-passkey.js';
import { AuthenticatorModel } from './authenticator-model.entity.js';
import { leadsToRoot } from './leads-to-root.js';

/** Whether passkeys of an audience must come with their maker's word. */
export function needsAttestation({ config }: Platform, audience: Audience): boolean {
  return audience === 'desk' && config.officerAttestation === 'required';
}

/**
 * Of a passkey whose attestation is in order, in whichever format: that its model is on the list, that the certificates
 * lead to a root of that model, and that it cannot leave its device. A model without an AAGUID cannot be on the list, so
 * none that speaks U2F alone can. Refuses 'passkey-not-attested' (403).
 */
export async function checkAttestation(
  tx: Tx,
  platform: Platform,
  passkey: Pick<Passkey, 'aaguid' | 'backupEligible'>,
  certificates: Uint8Array[],
): Promise<void> {
  const model = await modelOf(tx, passkey.aaguid);
  if (!model) return refuse('the model is not on the list');
  if (passkey.backupEligible) refuse('the passkey may leave its device');
  const now = platform.clock.now();
  if (!(await orRefuse(() => leadsToRoot(certificates, model.rootCertificates, now))))
    refuse('the certificates lead to no root of the model');
}

/** The models that officers may use, by name. */
export async function modelNames(tx: Tx): Promise<string[]> {
  const models = await tx.getRepository(AuthenticatorModel).find({ order: { name: 'ASC' } });
  return models.map(({ name }) => name);
}

function refuse(reason: string): never {
  throw new Refusal('passkey-not-attested', 403, {}, reason);
}

/** SQL that is true of a passkey, by its id, that `checkStillAttested` lets sign in where attestation is needed. */
export const stillAttestedSql = (passkeyId: string) =>
  `EXISTS (SELECT 1 FROM identity.passkey JOIN identity.authenticator_model USING (aaguid)
            WHERE id = ${passkeyId} AND attested AND NOT backup_eligible)`;

/** At sign-in: refuses 'passkey-not-attested' (403) one from before this was asked, or of a model taken off the list. */
export async function checkStillAttested(tx: Tx, platform: Platform, passkey: Passkey): Promise<void> {
  if (!needsAttestation(platform, passkey.audience)) return;
  const [still] = await tx.query(`SELECT 1 WHERE ${stillAttestedSql('$1')}`, [passkey.id]);
  if (!still) throw new Refusal('passkey-not-attested', 403);
}

async function modelOf(tx: Tx, aaguid: string): Promise<AuthenticatorModel | null> {
  return isUuid(aaguid) ? tx.getRepository(AuthenticatorModel).findOneBy({ aaguid }) : null;
}
