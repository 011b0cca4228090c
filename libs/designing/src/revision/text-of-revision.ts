import { definitionYaml, digestOf, type Revision, shippedDefinition, shippedText } from '#lib/catalogue';
import type { Tx } from '#lib/platform';

/**
 * A revision in YAML: as designers wrote it, or as it ships where it still does, comments and all; else made of what
 * was published.
 */
export async function textOfRevision(tx: Tx, { id, code, digest, definition }: Revision): Promise<string> {
  const [written]: { text: string }[] = await tx.query(
    `SELECT text FROM designing.draft_revision AS draft
       JOIN designing.saved_text AS saved ON saved.draft_id = draft.id AND saved.version = draft.version
      WHERE draft.revision_id = $1`,
    [id],
  );
  if (written) return written.text;
  const shipped = shippedDefinition(code);
  const text = shipped && digestOf(shipped) === digest ? shippedText(code) : undefined;
  return text ?? definitionYaml(definition);
}
