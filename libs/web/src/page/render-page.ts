import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formOfField } from '../http/form-of.js';

/** The whole document of a page as a string. Every form it posts says for whom the page was made (`formOf`). */
export function renderPage(page: VNode): string {
  const html = `<!DOCTYPE html>${renderToString(page)}`;
  const reader = /<body[^>]* data-reader="([\w-]+)"/.exec(html)?.[1];
  return reader === undefined
    ? html
    : html.replace(
        /<form\b(?![^>]*\bdata-sent-before)[^>]*\bmethod="post"[^>]*>/g,
        `$&<input type="hidden" name="${formOfField}" value="${reader}"/>`,
      );
}
