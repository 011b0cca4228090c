import { isUUID } from 'class-validator';
import { Refusal } from '#lib/platform';
import { textIn } from '#lib/web';
import { longestMessage } from './message.js';

/** What somebody typed, with the key of the form it was typed into. */
export interface PostedText {
  text: string;
  key: string;
  error?: 'text-missing' | 'text-too-long';
}

/** Reads a message or note. A form that is not ours is refused (`bad-request`, 400). */
export function readPostedText(body: unknown): PostedText {
  const [text, key] = [textIn(body, 'text'), textIn(body, 'key')];
  if (!isUUID(key)) throw new Refusal('bad-request', 400);
  if (text === '') return { text, key, error: 'text-missing' };
  return [...text].length > longestMessage ? { text, key, error: 'text-too-long' } : { text, key };
}
