import { Refusal, type Tx } from '#lib/platform';
import { serviceIn } from '../checking/service-in.js';
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
  return { name: '', text, definition: serviceIn(text) };
}
