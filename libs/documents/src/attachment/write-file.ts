import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes what comes to a file. Whatever fails is told when the file is closed: one whose opening was still under way
 * would otherwise appear after its writer has cleared away.
 */
export async function writeFile(
  file: WriteStream,
  content: Readable,
  ...through: Transform[]
): Promise<void> {
  try {
    await pipeline([content, ...through, file]);
  } catch (error) {
    if (!file.closed) await once(file, 'close');
    throw error;
  }
}
