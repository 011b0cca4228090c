import type { FastifyRequest } from 'fastify';
import { Refusal } from '#lib/platform';
import { keptText, longestText } from './posted-text.js';

interface UploadedText {
  /** The other fields of the form. */
  fields: Record<string, string>;
  /** What the file says; undefined where none was chosen. */
  text: string | undefined;
}

/**
 * A definition that was uploaded, with the fields beside it. Refuses a file that is too long (`too-large`, 413) or no
 * text in UTF-8 (`file-is-no-text`, 422).
 */
export async function uploadedText(request: FastifyRequest): Promise<UploadedText> {
  if (!request.isMultipart()) throw new Refusal('unsupported-content', 415);
  const fields: Record<string, string> = {};
  let text: string | undefined;
  for await (const part of request.parts({ limits: { files: 1, fields: 10, fieldSize: 1000, parts: 11 } })) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value).trim();
      continue;
    }
    const bytes = await part.toBuffer();
    if (bytes.length > longestText) throw new Refusal('too-large', 413);
    if (bytes.length > 0) text = textIn(bytes);
  }
  return { fields, text };
}

function textIn(bytes: Buffer): string {
  try {
    return keptText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('file-is-no-text', 422);
  }
}
