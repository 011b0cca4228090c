import type { FastifyReply } from 'fastify';
import type { OpenedAttachment } from './read-attachments.js';

/**
 * Answers with the content of an attachment, so that whatever is in it can do nothing in our name: never sniffed,
 * never run, in a sandbox of its own. Pictures open in the browser, everything else is downloaded.
 */
export async function sendAttachment(reply: FastifyReply, attachment: OpenedAttachment): Promise<void> {
  const { name, mediaType, size, content } = attachment;
  const disposition = mediaType.startsWith('image/') ? 'inline' : 'attachment';
  await reply
    .header('content-type', mediaType)
    .header('content-length', size)
    .header('content-disposition', `${disposition}; ${fileNameParameters(name)}`)
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox",
    )
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(content);
}

/** The name for old clients in ASCII and for all others in full (RFC 6266, RFC 5987). */
export function fileNameParameters(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
