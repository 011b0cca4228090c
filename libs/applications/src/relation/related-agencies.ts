import { agencyById, superiorAgency } from '#lib/organisations';
import type { Tx } from '#lib/platform';
import type { Relation } from '#lib/workflow';
import { revisionById } from '#lib/catalogue';
import type { Application } from '../application/application.entity.js';
import { consultedNow } from '../consultation/read-consulted.js';

/** The agencies that stand in a relation to an application: those it consults now, or the one above its own. */
export const relatedAgencies: Record<Relation, (tx: Tx, application: Application) => Promise<string[]>> = {
  consulted: (tx, { id }) => consultedNow(tx, id),
  superior: async (tx, { agencyId, revisionId }) => {
    const { definition } = await revisionById(tx, revisionId);
    const above = await superiorAgency(tx, await agencyById(tx, agencyId), definition.ministry);
    return above ? [above.id] : [];
  },
};
