/** An element of DER (X.690): its class and number, and what is in it. */
export interface DerElement {
  /** Bits 8 and 7 of the identifier: 0 universal, 2 context-specific. */
  class: number;
  number: number;
  content: Uint8Array;
}

/** The elements that stand one after the other; throws where one is longer than what there is. */
export function readDer(bytes: Uint8Array): DerElement[] {
  const elements: DerElement[] = [];
  let at = 0;
  const next = () => {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error('DER ends within an element');
    return byte;
  };
  while (at < bytes.length) {
    const first = next();
    const number = (first & 31) === 31 ? base128(next) : first & 31;
    const length = readLength(next);
    if (at + length > bytes.length) throw new Error('An element of DER is longer than what there is');
    elements.push({ class: first >> 6, number, content: bytes.subarray(at, at + length) });
    at += length;
  }
  return elements;
}

function base128(next: () => number): number {
  let [number, byte] = [0, 0];
  do {
    byte = next();
    number = number * 128 + (byte & 127);
  } while (byte & 128);
  return number;
}

/** At most three bytes of length: nothing longer than 16 MB is read. */
function readLength(next: () => number): number {
  const first = next();
  if (first < 128) return first;
  const count = first & 127;
  if (count === 0 || count > 3) throw new Error('A length of DER that nobody needs');
  return Array.from({ length: count }, next).reduce((length, byte) => length * 256 + byte, 0);
}
