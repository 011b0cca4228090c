import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { newId, type Platform, Refusal } from '#lib/platform';
import { incomingFolder } from './attachment-disk.js';
import { type MediaType, mediaTypeOf, mediaTypes, tellingBytes } from './media-type.js';
import { writeFile } from './write-file.js';

const megabyte = 1_048_576;

/** What may come in. */
export interface UploadLimits {
  accept: readonly MediaType[];
  /** At most this many units of 1,048,576 bytes. */
  maxMegabytes: number;
}

/** A file that has arrived whole and is what it may be, still under a name of its own. */
export interface ReceivedFile {
  path: string;
  sha256: string;
  size: number;
  mediaType: MediaType;
  /** Removes the temporary file; to be called in the end, whether it was stored or not. */
  discard(): Promise<void>;
}

/** A stream of an upload; `truncated` says that the web layer cut it at its own limit. */
export type UploadStream = Readable & { truncated?: boolean };

/**
 * Takes an upload in, digesting it while it is written to a temporary file. The type is told by the content.
 * Refuses nothing at all (`file-empty`, 422), too much (`file-too-large`, 413), what is not accepted
 * (`file-type-not-accepted`, 415) and what did not arrive whole (`upload-broken-off`, 400). The stream is read to its end in any case, so that the answer gets through.
 */
export async function receiveUpload(
  platform: Platform,
  content: UploadStream,
  { accept, maxMegabytes }: UploadLimits,
): Promise<ReceivedFile> {
  const folder = incomingFolder(platform.config);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, newId());
  const discard = () => rm(path, { force: true });
  const meter = new Meter(Math.floor(maxMegabytes * megabyte));
  try {
    await writeFile(createWriteStream(path, { flags: 'wx', mode: 0o600 }), content, meter);
    if (content.truncated || meter.tooLarge)
      throw new Refusal('file-too-large', 413, { megabytes: maxMegabytes });
    if (meter.size === 0) throw new Refusal('file-empty', 422);
    const mediaType = await mediaTypeOf(meter.beginning);
    if (!mediaType || !accept.includes(mediaType))
      throw new Refusal('file-type-not-accepted', 415, {
        accepted: accept.map((type) => mediaTypes[type]).join(', '),
      });
    return { path, sha256: meter.hash.digest('hex'), size: meter.size, mediaType, discard };
  } catch (error) {
    await discard();
    throw brokeOff(content, error) ? new Refusal('upload-broken-off', 400) : error;
  }
}

/** The sender failed, not our disk, whose errors name a system call. */
function brokeOff(content: UploadStream, error: unknown): boolean {
  return (
    !(error instanceof Refusal) && content.errored !== null && !Object.hasOwn(error as object, 'syscall')
  );
}

/** Counts and digests what passes; past the limit it swallows instead of writing. */
class Meter extends Transform {
  readonly hash = createHash('sha256');
  size = 0;
  tooLarge = false;
  private readonly first: Buffer[] = [];
  private firstBytes = 0;

  constructor(private readonly limitBytes: number) {
    super();
  }

  get beginning(): Buffer {
    return Buffer.concat(this.first).subarray(0, tellingBytes);
  }

  override _transform(
    chunk: Buffer,
    _encoding: string,
    done: (error?: Error | null, chunk?: Buffer) => void,
  ): void {
    this.size += chunk.length;
    this.tooLarge ||= this.size > this.limitBytes;
    if (this.tooLarge) return done();
    if (this.firstBytes < tellingBytes) {
      this.first.push(chunk);
      this.firstBytes += chunk.length;
    }
    this.hash.update(chunk);
    done(null, chunk);
  }
}
