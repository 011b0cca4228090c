import type { WorkflowDefinition } from '../workflow-definition.js';
import { texts } from './texts.js';
import { type PictureOf, workflowDot } from './workflow-dot.js';
import { activePaths, keyOf } from './workflow-rows.js';
import { readingOrder } from './reading-order.js';

export interface Picture {
  /** A whole SVG document; nothing in it runs, is fetched or carries styles. */
  svg: string;
  /** What it shows, for those who do not see it. */
  alt: string;
}

/** A workflow drawn by Graphviz. The same picture is drawn once: it takes some tens of milliseconds. */
export async function workflowPicture(definition: WorkflowDefinition, of: PictureOf): Promise<Picture> {
  const t = texts(of.language);
  const title = t('title', { title: definition.title?.[of.language] ?? definition.id });
  const placed = readingOrder(definition);
  const active = new Set(of.current === undefined ? [] : activePaths(definition, of.current));
  const state = placed
    .filter(({ path }) => active.has(keyOf(path)))
    .map((one) => one.state.label[of.language])
    .join(', ');
  const description = t(state ? 'description-here' : 'description', { count: placed.length, state });
  const dot = workflowDot(definition, of);
  const key = `${title}\n${description}\n${dot}`;
  const svg = drawn.get(key) ?? (await draw(dot, title, description));
  keep(key, svg);
  return { svg, alt: `${title}. ${description}` };
}

/** Loaded at the first picture: it is a megabyte of WebAssembly. */
async function draw(dot: string, title: string, description: string): Promise<string> {
  viz ??= import('@viz-js/viz').then(({ instance }) => instance());
  const svg = (await viz).renderString(dot, { format: 'svg' });
  return accessible(svg, title, description);
}
let viz: Promise<import('@viz-js/viz').Viz> | undefined;

/** One image with a title and a description, without the names Graphviz gives to its parts. */
function accessible(svg: string, title: string, description: string): string {
  return svg
    .slice(svg.indexOf('<svg'))
    .replaceAll(/<!--.*?-->\n?|<title>.*?<\/title>\n?/gs, '')
    .replace('<svg', '<svg role="img" aria-labelledby="title description"')
    .replace(
      '>',
      () =>
        `>\n<title id="title">${escaped(title)}</title>\n<desc id="description">${escaped(description)}</desc>`,
    );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Pictures drawn lately, oldest first. */
const drawn = new Map<string, string>();
const most = 100;

function keep(key: string, svg: string): void {
  drawn.delete(key);
  drawn.set(key, svg);
  const [oldest] = drawn.keys();
  if (drawn.size > most && oldest !== undefined) drawn.delete(oldest);
}
