import { revisionById } from '#lib/catalogue';
import { canonicalForm, type Platform, type Tx } from '#lib/platform';
import { Application } from '../application/application.entity.js';
import { childOf } from './child.js';
import { type ChildStatement, childStatement } from './child-statement.js';
import { derivationFrom, readSigned } from './derive-part.js';

/**
 * Whether what stands as the statement of a part is exactly what follows from what the citizen signed for the whole:
 * made again from there, it is the same to the byte. True of what is no part.
 */
export async function followsFromWhole(
  tx: Tx,
  platform: Platform,
  application: Application,
): Promise<boolean> {
  const child = await childOf(tx, application.id);
  if (!child) return true;
  const parent = await tx.getRepository(Application).findOneByOrFail({ id: child.parentId });
  const { definition } = await revisionById(tx, parent.revisionId);
  const part = definition.children?.find(({ id }) => id === child.part);
  if (!part) return false;
  const undo = part.ifStopped === 'stays' ? undefined : part.ifStopped.undoneBy;
  const opened = child.undoes === null ? part : undo;
  if (!opened) return false;
  const { canonical, evidence } = await readSigned(tx, platform, application.id);
  const { revision, agency } = JSON.parse(canonical) as ChildStatement;
  const own = await revisionById(tx, application.revisionId);
  const from = await derivationFrom(tx, platform, {
    applicationId: parent.id,
    part: child.part,
    sequence: child.sequence,
  });
  // Its revision is the one it was opened on, also where it was moved to another since.
  const again = childStatement({
    ...from,
    opened,
    application: application.id,
    revision: { ...own, ...revision },
    agency,
  });
  return canonical === canonicalForm(again) && canonicalForm(evidence) === canonicalForm(from.evidence);
}
