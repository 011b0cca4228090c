import {
  definitionYaml,
  designedInForce,
  findProcedure,
  revisionById,
  revisionsInForce,
  shippedText,
  standardDefinition,
} from '#lib/catalogue';
import type { Tx } from '#lib/platform';
import { textOfRevision } from './text-of-revision.js';

/**
 * What holds of a procedure now, in YAML, and the revision it stands in, where anybody has needed one. Refuses a code
 * that nobody knows (`procedure-not-found`, 404).
 */
export async function textInForce(
  tx: Tx,
  code: string,
  now: Date,
): Promise<{ text: string; revisionId: string | null }> {
  const designed = await designedInForce(tx, code, now);
  if (designed) return { text: await textOfRevision(tx, designed), revisionId: designed.id };
  const revision = (await revisionsInForce(tx, [code], now)).get(code);
  const shipped = shippedText(code);
  if (shipped !== undefined) return { text: shipped, revisionId: revision?.id ?? null };
  if (revision)
    return { text: await textOfRevision(tx, await revisionById(tx, revision.id)), revisionId: revision.id };
  const { facts } = await findProcedure(tx, code);
  return { text: definitionYaml(standardDefinition(facts)), revisionId: null };
}
