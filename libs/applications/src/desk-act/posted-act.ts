import { Refusal, uuid } from '#lib/platform';
import { textIn } from '#lib/web';

/** What the hidden fields of an act's form say: what its page showed, and a key made with the page. */
export interface PostedAct {
  version: number;
  key: string;
}

const greatestInteger = 2_147_483_647;

/** Reads the hidden fields. A body that our pages cannot have made is refused (`bad-request`, 400). */
export function readPostedAct(body: unknown): PostedAct {
  const version = Number(textIn(body, 'version'));
  const key = textIn(body, 'key').toLowerCase();
  if (!Number.isInteger(version) || version < 1 || version > greatestInteger || !uuid.test(key))
    throw new Refusal('bad-request', 400);
  return { version, key };
}

/** Reads the nonce of a decision; refuses what we did not make (`bad-request`, 400). */
export function readNonce(body: unknown): string {
  const nonce = textIn(body, 'nonce');
  if (!/^[\w-]{43}$/.test(nonce)) throw new Refusal('bad-request', 400);
  return nonce;
}
