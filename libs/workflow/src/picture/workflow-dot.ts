import type { Language } from '#lib/platform';
import { hasStates, type PlacedState } from '../check/each-state.js';
import type { StatePath } from '../resolve-target.js';
import type { StateValue, WorkflowDefinition } from '../workflow-definition.js';
import { type Arrow, arrowsOf, type SharedExit } from './arrows.js';
import { dotText, wrapped } from './dot-text.js';
import { isBelow, readingOrder } from './reading-order.js';
import { texts } from './texts.js';
import { activePaths, keyOf } from './workflow-rows.js';

export interface PictureOf {
  language: Language;
  /** Where the application stands. */
  current?: StateValue;
}

/**
 * A workflow in DOT, the language of Graphviz, from top to bottom: a state is a rounded box, an end has a double border,
 * states inside a state stand in its frame. The current one is an octagon with a heavy border that says so in words.
 */
export function workflowDot(definition: WorkflowDefinition, { language, current }: PictureOf): string {
  const drawing: Drawing = {
    definition,
    language,
    placed: readingOrder(definition),
    active: new Set(current === undefined ? [] : activePaths(definition, current)),
  };
  const { arrows, exits } = arrowsOf(definition, drawing.placed, language);
  const initial = drawing.placed.find(({ path }) => keyOf(path) === definition.initial);
  return [
    'digraph {',
    `graph [rankdir=TB compound=true nodesep=0.35 ranksep=0.5 ${font} fontsize=13]`,
    `node [shape=box style=rounded margin="0.2,0.1" ${font} fontsize=13]`,
    `edge [${font} fontsize=11 color="#505a5f" fontcolor="#383f43"]`,
    ...level(drawing, []),
    ...(initial ? filing(drawing, initial) : []),
    ...arrows.map((arrow) => edge(drawing, arrow)),
    ...exits.flatMap((exit, index) => sharedExit(drawing, exit, `from${index}`)),
    '}',
  ].join('\n');
}

/** Widths are Arial's; whichever of these a reader has draws every Vietnamese letter. */
const font = 'fontname="Arial,Helvetica,sans-serif"';

/** Fills the current state, and nothing else. */
export const hereColour = '#fff7bf';

interface Drawing {
  definition: WorkflowDefinition;
  language: Language;
  placed: PlacedState[];
  /** Keys of the states it is in. */
  active: Set<string>;
}

/** The states directly inside one. */
function level(drawing: Drawing, outer: StatePath): string[] {
  return drawing.placed
    .filter(({ path }) => path.length === outer.length + 1 && isBelow(path, outer))
    .flatMap((one) => (hasStates(one.state) ? frame(drawing, one) : [box(drawing, one)]));
}

function frame(drawing: Drawing, one: PlacedState): string[] {
  const width = drawing.active.has(keyOf(one.path)) ? 2 : 1;
  return [
    `subgraph "cluster_${nameOf(drawing, one.path)}" {`,
    `label=${dotText(wrapped(labelOf(drawing, one), 40))} style="rounded,dashed" color="#505a5f" penwidth=${width}`,
    ...level(drawing, one.path),
    '}',
  ];
}

function box(drawing: Drawing, one: PlacedState): string {
  const name = nameOf(drawing, one.path);
  const label = wrapped(labelOf(drawing, one), 24);
  const end = one.state.final ? ' peripheries=2' : '';
  if (!drawing.active.has(keyOf(one.path))) return `${name} [label=${dotText(label)}${end}]`;
  const here = dotText(`► ${texts(drawing.language)('here')} ◄\n${label}`);
  return `${name} [label=${here} shape=octagon style=filled fillcolor="${hereColour}" penwidth=3${end}]`;
}

function filing(drawing: Drawing, initial: PlacedState): string[] {
  const { name, frame: head } = endOf(drawing, initial.path);
  return [
    'start [shape=circle label="" style=filled fillcolor=black width=0.18 fixedsize=true]',
    `start -> ${name} [label=${dotText(texts(drawing.language)('filing'))}${head ? ` lhead="${head}"` : ''}]`,
  ];
}

/** One arrow for all that leads from one state to another. */
function edge(drawing: Drawing, { from, to, said }: Arrow): string {
  const [tail, head] = [endOf(drawing, from), endOf(drawing, to)];
  const attributes = [
    `label=${saidText(said)}`,
    // An arrow between a frame and what is inside it starts and ends at the states themselves.
    ...(tail.frame && !isBelow(to, from) ? [`ltail="${tail.frame}"`] : []),
    ...(head.frame && !isBelow(from, to) ? [`lhead="${head.frame}"`] : []),
  ];
  return `${tail.name} -> ${head.name} [${attributes.join(' ')}]`;
}

/** The names of the states that an end has in common, and one arrow for them. */
function sharedExit(drawing: Drawing, { from, to, said }: SharedExit, name: string): string[] {
  const t = texts(drawing.language);
  const names = from.map((one) => wrapped(`• ${labelOf(drawing, one)}`, 28));
  return [
    `${name} [shape=plaintext fontsize=11 fontcolor="#383f43" label=${dotText([t('from'), ...names].join('\n'))}]`,
    `${name} -> ${endOf(drawing, to).name} [label=${saidText(said)}]`,
  ];
}

/** Set off from the arrow, which may touch its label. */
function saidText(said: string[]): string {
  return dotText(said.map((act) => act.replaceAll(/^|$/gm, '  ')).join('\n'));
}

/** The box an arrow is tied to: a frame's is its first, and the arrow is cut at the frame. */
function endOf(drawing: Drawing, path: StatePath): { name: string; frame?: string } {
  const inner = drawing.placed.find((one) => isBelow(one.path, path) && !hasStates(one.state));
  const name = nameOf(drawing, inner?.path ?? path);
  return inner && inner.path.length > path.length
    ? { name, frame: `cluster_${nameOf(drawing, path)}` }
    : { name };
}

function nameOf({ placed }: Drawing, path: StatePath): string {
  return `s${placed.findIndex((one) => keyOf(one.path) === keyOf(path))}`;
}

function labelOf({ language }: Drawing, { path, state }: PlacedState): string {
  return state.label?.[language] ?? path.at(-1) ?? '';
}
