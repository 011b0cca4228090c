import type { DataSource } from 'typeorm';
import { publishRevision, revisionById, type ServiceDefinition } from '#lib/catalogue';
import type { Platform } from '#lib/platform';

/** Publishes the definition of an application as `change` leaves it, and has the application go by that. */
export async function putUnder(
  owner: DataSource,
  { clock }: Pick<Platform, 'clock'>,
  applicationId: string,
  change: (definition: ServiceDefinition) => ServiceDefinition,
): Promise<void> {
  const [row]: { revision_id: string }[] = await owner.query(
    'SELECT revision_id FROM applications.application WHERE id = $1',
    [applicationId],
  );
  const { definition } = await revisionById(owner.manager, row?.revision_id ?? '');
  const revision = await publishRevision(owner.manager, change(structuredClone(definition)), clock.now());
  await owner.query('UPDATE applications.application SET revision_id = $2 WHERE id = $1', [
    applicationId,
    revision.id,
  ]);
}
