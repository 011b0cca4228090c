import { revisionById, type ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyById, superiorAgency } from '#lib/organisations';
import { Refusal, type Tx } from '#lib/platform';
import { Application } from '../application/application.entity.js';
import { type Link, linkOf } from './link.js';

/**
 * Where something about an application goes: to its own agency, whose head decides a first complaint; a second one to the
 * agency above (Law on Complaints 2011, art 7). Refuses a second one where nobody is above (`no-agency-above`, 422).
 */
export async function linkedAgency(
  tx: Tx,
  { kind }: Pick<Link, 'kind'>,
  original: Pick<Application, 'agencyId'>,
  { ministry }: Pick<ServiceDefinition, 'ministry'>,
): Promise<Agency> {
  const own = await agencyById(tx, original.agencyId);
  if (kind !== 'appeal') return own;
  const above = await superiorAgency(tx, own, ministry);
  if (!above) throw new Refusal('no-agency-above', 422);
  return above;
}

/** Where the draft of something about another application goes now. Refuses like `linkedAgency`. */
export async function agencyOfLinked(tx: Tx, draftId: string): Promise<Agency> {
  const link = await linkOf(tx, draftId);
  if (!link) throw new Error(`Draft ${draftId} is about no application`);
  const original = await tx.getRepository(Application).findOneByOrFail({ id: link.originalId });
  const { definition } = await revisionById(tx, original.revisionId);
  return linkedAgency(tx, link, original, definition);
}
