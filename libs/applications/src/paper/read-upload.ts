import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '#lib/platform';

/** A page of a form with one of its papers, as a browser sends both. */
interface SentUpload {
  /** The inputs of the page; empty where none were sent with the paper. */
  inputs: Record<string, string | string[]>;
  /** The file in the field; undefined if there is none. To be read, or let go with `resume`. */
  upload?: MultipartFile;
}

/** A page has no more; every file field of it sends a part, empty or not. */
const limits = { files: 20, fields: 300, fieldSize: 30_000, parts: 320 };

/**
 * Reads what was sent up to the file of one field, which comes after the inputs of its page. Refuses what is no upload
 * (`unsupported-content`, 415) and what cannot be read as one (`bad-request`, 400).
 */
export async function readUpload(request: FastifyRequest, fieldId: string): Promise<SentUpload> {
  if (!request.isMultipart()) throw new Refusal('unsupported-content', 415);
  const inputs = new Map<string, string | string[]>();
  const parts = request.parts({ limits });
  try {
    // Not `for await`: leaving that would give up the file that is still to be read.
    for (let part = await parts.next(); !part.done; part = await parts.next()) {
      const { value } = part;
      if (value.type === 'field') {
        const before = inputs.get(value.fieldname);
        const text = String(value.value);
        inputs.set(value.fieldname, before === undefined ? text : [before, text].flat());
      } else if (value.fieldname === fieldId) return { inputs: Object.fromEntries(inputs), upload: value };
      else value.file.resume();
    }
  } catch {
    throw new Refusal('bad-request', 400);
  }
  return { inputs: Object.fromEntries(inputs) };
}
