/** What a tester wants to see of a mail. */
export interface ReadMail {
  messageId: string;
  subject: string;
  content: string;
}

/**
 * Reads a mail of one text part, as ours are: headers unfolded, encoded words (RFC 2047) and the body's transfer
 * encoding (RFC 2045) undone, UTF-8. Whatever else it is, is shown as it came.
 */
export function readMail(raw: Buffer): ReadMail {
  const text = raw.toString('latin1');
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const header = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head.replace(/\r\n[ \t]+/g, ' '))?.[1]?.trim() ?? '';
  const body = rest.join('\r\n\r\n');
  const encoding = header('Content-Transfer-Encoding').toLowerCase();
  return {
    messageId: header('Message-ID'),
    subject: decodeWords(header('Subject')),
    content: decodeBody(body, encoding).replaceAll('\r\n', '\n').trim(),
  };
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return unquote(body.replace(/=\r\n/g, ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind = '', word = '']) =>
          kind.toLowerCase() === 'b'
            ? Buffer.from(word, 'base64')
            : Buffer.from(bytesOf(word.replaceAll('_', ' ')), 'latin1'),
        ),
      ).toString('utf8'),
    );
}

const unquote = (text: string) => Buffer.from(bytesOf(text), 'latin1').toString('utf8');
const bytesOf = (text: string) =>
  text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
