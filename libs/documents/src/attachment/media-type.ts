import { fileTypeFromBuffer } from 'file-type';

/** What is taken in, as people know it. Nothing here can run on the machine of whoever opens it unawares. */
export const mediaTypes = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WEBP',
} as const;
export type MediaType = keyof typeof mediaTypes;

/** How much of the beginning of a file tells its type. */
export const tellingBytes = 4100;

/** What a file is by its content, whatever its name says; undefined for what is not taken in. */
export async function mediaTypeOf(beginning: Buffer): Promise<MediaType | undefined> {
  const found = await fileTypeFromBuffer(beginning).catch(() => undefined);
  return found && isMediaType(found.mime) ? found.mime : undefined;
}

export function isMediaType(type: string): type is MediaType {
  return Object.hasOwn(mediaTypes, type);
}
