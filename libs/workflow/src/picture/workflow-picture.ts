import type { WorkflowDefinition } from '../workflow-definition.js';
import { texts } from './texts.js';
import { hereColour, type PictureOf, workflowDot } from './workflow-dot.js';
import { activePaths, keyOf } from './workflow-rows.js';
import { readingOrder } from './reading-order.js';

export interface Picture {
  /** A whole SVG document; nothing in it runs, is fetched or carries styles. */
  svg: string;
  /** What it shows, for those who do not see it. */
  alt: string;
  /** Its own size, and where in it the current state is drawn, in the units of the SVG. */
  width: number;
  height: number;
  here: { x: number; y: number; width: number; height: number } | undefined;
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
  return { svg, alt: `${title}. ${description}`, ...measured(svg) };
}

/** Graphviz says the size first, then how far all is moved, and of a shape its corners. */
function measured(svg: string): Pick<Picture, 'width' | 'height' | 'here'> {
  const numbers = (pattern: RegExp) => (pattern.exec(svg) ?? []).slice(1).map(Number);
  const [width = 0, height = 0] = numbers(/width="([\d.]+)pt" height="([\d.]+)pt"/);
  const [moveX = 0, moveY = 0] = numbers(/translate\(([\d.]+) ([\d.]+)\)/);
  const [, corners] = new RegExp(`fill="${hereColour}"[^>]* points="([^"]+)"`).exec(svg) ?? [];
  if (!corners) return { width, height, here: undefined };
  const points = corners.split(' ').map((corner) => corner.split(',').map(Number) as [number, number]);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const here = {
    x: left + moveX,
    y: top + moveY,
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - top,
  };
  return { width, height, here };
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
