import { agencyById } from '#lib/organisations';
import type { Platform, Tx } from '#lib/platform';
import { consultationsOf } from './consultation.js';
import type { ConsultedAgency } from './consultation-note.js';

/** Whom an application was asked about, with the agencies' names; the newest question last. */
export async function consultedIn(tx: Tx, platform: Platform, id: string): Promise<ConsultedAgency[]> {
  const consultations = await consultationsOf(tx, platform, id);
  return Promise.all(
    consultations.map(async (consultation) => ({
      consultation,
      agency: await agencyById(tx, consultation.agencyId),
    })),
  );
}
