import { readWritten } from '#lib/catalogue';
import { Refusal, type Tx } from '#lib/platform';
import type { ComparedText } from '../comparison/compared.js';
import { textInForce } from './text-in-force.js';

/** What holds of a procedure now, to be compared with; nothing of one that nobody knows yet. */
export async function textBefore(tx: Tx, code: string, now: Date): Promise<ComparedText> {
  const text = await textInForce(tx, code, now).then(
    (found) => found.text,
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'procedure-not-found') return '';
      throw error;
    },
  );
  const { definition } = readWritten(text);
  return { name: '', text, definition: definition && 'form' in definition ? definition : undefined };
}
