import type { DataSource } from 'typeorm';
import type { Tx } from '#lib/platform';
import { makeVocabulary, type Vocabulary } from './vocabulary.js';

/** An import changes the words hardly, and what it brings is found without them. */
const staysMilliseconds = 300_000;

const known = new WeakMap<DataSource, { vocabulary: Promise<Vocabulary>; readAt: number }>();

/** The vocabulary of the catalogue as it was at most five minutes ago. */
export function knownVocabulary(tx: Tx): Promise<Vocabulary> {
  const found = known.get(tx.connection);
  if (found && performance.now() - found.readAt < staysMilliseconds) return found.vocabulary;
  const vocabulary = readVocabulary(tx.connection.manager);
  known.set(tx.connection, { vocabulary, readAt: performance.now() });
  // A fault is met by whoever asked first; the next one reads anew.
  vocabulary.catch(() => known.delete(tx.connection));
  return vocabulary;
}

async function readVocabulary(tx: Tx): Promise<Vocabulary> {
  const [{ size }]: [{ size: number }] = await tx.query(
    'SELECT count(*)::int AS size FROM catalogue.procedure',
  );
  const rows: { term: string; documents: number }[] = await tx.query(
    'SELECT term, documents FROM catalogue.search_term',
  );
  return makeVocabulary(new Map(rows.map(({ term, documents }) => [term, documents])), size);
}
