import type { Platform, Tx } from '#lib/platform';
import { Person } from '../person/person.entity.js';
import type { MandateKind } from './mandate-rules.js';
import { Mandate } from './mandate.entity.js';
import { stands } from './may-act-for.js';
import { type OpenMandate, readMandates, representedName } from './read-mandates.js';

/** Who is acted for and as what: as it is signed, kept with the event of filing, and shown. */
export interface Representation {
  /** Id of the mandate. */
  mandate: string;
  kind: MandateKind;
  /** Whom it is for. */
  name: string;
  /** Of a person; as the population register has it. */
  idNumber?: string;
  /** Of an organisation. */
  taxCode?: string;
}

export function representationOf(mandate: OpenMandate): Representation {
  const { id, kind, represented } = mandate;
  return {
    mandate: id,
    kind,
    name: representedName(mandate),
    ...(represented.kind === 'person'
      ? { idNumber: represented.idNumber }
      : { taxCode: represented.taxCode }),
  };
}

/** The mandate with this id, whatever became of it. A fault for an unknown id. */
export async function mandateById(tx: Tx, platform: Platform, id: string): Promise<OpenMandate> {
  const [mandate] = await readMandates(tx, platform, { id });
  if (!mandate) throw new Error(`Mandate ${id} does not exist`);
  return mandate;
}

/**
 * The mandate that took the place of one that no longer stands: of the same kind, for the same person or organisation, held
 * by the same representative, and standing now; undefined where there is none.
 */
export async function renewedMandate(
  tx: Tx,
  platform: Platform,
  id: string,
): Promise<OpenMandate | undefined> {
  const { kind, representativeId, representedIndex, organisationId } = await tx
    .getRepository(Mandate)
    .findOneByOrFail({ id });
  if (!representativeId) return undefined;
  const represented = organisationId ? { organisationId } : representedIndex && { representedIndex };
  if (!represented) return undefined;
  const alike = await readMandates(tx, platform, { kind, representativeId, ...represented });
  return alike.find((mandate) => stands(mandate, platform.clock.now()));
}

/**
 * Ids of all mandates, ended ones too, under which others act or acted for a person or for an organisation whose
 * account is bound to them and has not lapsed: what was filed under them is theirs to see.
 */
export async function mandatesOver(tx: Tx, personId: string): Promise<string[]> {
  const person = await tx
    .getRepository(Person)
    .findOneOrFail({ where: { id: personId }, select: { id: true, idNumberIndex: true } });
  const rows = await tx
    .getRepository(Mandate)
    .createQueryBuilder('mandate')
    .select('mandate.id', 'id')
    .where('mandate.represented_index = :index', { index: person.idNumberIndex })
    .orWhere(
      'mandate.organisation_id IN (SELECT id FROM identity.organisation WHERE legal_representative_id = :personId AND lapsed_at IS NULL)',
      { personId },
    )
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}
