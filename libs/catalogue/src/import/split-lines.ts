import { StringDecoder } from 'node:string_decoder';
import { longestLine } from './raw-row.js';

/** A line of a file, without its end. `text` is cut one character over `longestLine`, so that memory stays bounded. */
export interface Line {
  number: number;
  text: string;
}

/** Lines of UTF-8 bytes, counted from 1: LF or CRLF, with or without byte order mark, blank ones left out. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8');
  let number = 0;
  let open = '';
  for await (const chunk of chunks) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer)).split('\n');
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        yield* line(++number, open);
        open = '';
      }
      open = (open + piece).slice(0, longestLine + 1);
    }
  }
  yield* line(++number, open + decoder.end());
}

function* line(number: number, text: string): Generator<Line> {
  const bare = text.replace(/\r$/, '');
  const content = number === 1 ? bare.replace(/^\uFEFF/, '') : bare;
  if (content.trim() !== '') yield { number, text: content };
}
