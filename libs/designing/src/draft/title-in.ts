import { parseDocument } from 'yaml';

/** The Vietnamese title in a text, as far as it has one that can be read. */
export function titleIn(text: string): string | undefined {
  try {
    const title = parseDocument(text).getIn(['title', 'vi']);
    return typeof title === 'string' && title.trim() !== '' ? title.trim().slice(0, 500) : undefined;
  } catch {
    return undefined;
  }
}
