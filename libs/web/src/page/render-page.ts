import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The whole document of a page as a string. */
export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>${renderToString(page)}`;
}
