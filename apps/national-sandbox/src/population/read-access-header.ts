import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '#lib/platform';

const longest = 200;

/** Who asks, and why: headers `X-Caller` and `X-Purpose` (percent-encoded). Refuses 'purpose-missing' (400). */
export function readAccessHeader(headers: IncomingHttpHeaders): { caller: string; purpose: string } {
  const purpose = read(headers['x-purpose']);
  if (!purpose) throw new Refusal('purpose-missing', 400);
  return { caller: read(headers['x-caller']) || 'unnamed', purpose };
}

function read(header: string | string[] | undefined): string {
  const text = [header].flat().join(' ').trim().slice(0, longest);
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
