import type { PageContext } from '../http/page-context.js';
import type { PageProps } from '../page/page-props.js';

/** What was done just before this page was opened, if its address names one of these by `?done=`: for `flash`. */
export function doneFlash({ path }: PageContext, sentences: Record<string, string>): PageProps['flash'] {
  const done = new URLSearchParams(path.split('?')[1]).get('done');
  const text = done !== null && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  return text === undefined ? undefined : { kind: 'success', text };
}
