import type { Tx } from '#lib/platform';
import { remembered } from '../remembered.js';
import { makeVocabulary, type Vocabulary } from './vocabulary.js';

/** An import changes the words hardly, and what it brings is found without them. */
const staysMilliseconds = 300_000;

/** The vocabulary of the catalogue as it was at most five minutes ago. */
export const knownVocabulary = remembered({ milliseconds: staysMilliseconds }, readVocabulary);

async function readVocabulary(tx: Tx): Promise<Vocabulary> {
  const [{ size }]: [{ size: number }] = await tx.query(
    'SELECT count(*)::int AS size FROM catalogue.procedure',
  );
  const rows: { term: string; documents: number }[] = await tx.query(
    'SELECT term, documents FROM catalogue.search_term',
  );
  return makeVocabulary(new Map(rows.map(({ term, documents }) => [term, documents])), size);
}
