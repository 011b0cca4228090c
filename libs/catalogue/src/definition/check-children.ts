import { checkCondition } from '#lib/forms';
import { eventsWith } from '#lib/workflow';
import { checkChildAnswers } from './check-child-answers.js';
import type { ChildDefinition, OpenedWith } from './child-definition.js';
import type { Finding } from './finding.js';
import type { ServiceDefinition } from './service-definition.js';

/** Definitions by procedure code: those a definition opens, those these open, and so on. */
export type KnownDefinitions = ReadonlyMap<string, ServiceDefinition>;

/**
 * What is wrong with the parts of a definition: procedures that are unknown or lead back to it, parts that wait for one
 * another, questions that nothing answers, and what its workflow does with them.
 */
export function checkChildren(definition: ServiceDefinition, known: KnownDefinitions): Finding[] {
  const { children = [], workflow } = definition;
  const opens = eventsWith(workflow, 'open-children').length > 0;
  if (children.length === 0) return opens ? [{ path: 'children', code: 'children-missing', facts: {} }] : [];
  return [
    ...(opens ? [] : [{ path: 'children', code: 'children-never-opened', facts: {} }]),
    ...(children.every(({ when }) => when !== undefined)
      ? [{ path: 'children', code: 'children-all-conditional', facts: {} }]
      : []),
    ...children.flatMap(({ when }, index) =>
      when ? [...checkCondition(definition.form, when, `children/${index}/when`)] : [],
    ),
    ...checkOrder(children),
    ...circle(definition, known, [definition.code]),
    ...children.flatMap((child, index) =>
      openedBy(child, `children/${index}`).flatMap(({ path, opened }) =>
        checkOpened(definition, opened, path, known),
      ),
    ),
  ];
}

/** The part itself, and what would undo it. */
function openedBy(child: ChildDefinition, path: string): { path: string; opened: OpenedWith }[] {
  const { ifStopped } = child;
  return [
    { path, opened: child },
    ...(ifStopped === 'stays' ? [] : [{ path: `${path}/ifStopped/undoneBy`, opened: ifStopped.undoneBy }]),
  ];
}

function checkOpened(
  definition: ServiceDefinition,
  opened: OpenedWith,
  path: string,
  known: KnownDefinitions,
): Finding[] {
  const { code } = opened;
  const other = known.get(code);
  if (!other) return [{ path: `${path}/code`, code: 'child-unknown', facts: { code } }];
  const stops = eventsWith(definition.workflow, 'stop-children').length > 0;
  const stoppable = JSON.stringify(other.workflow).includes('"guard":"otherPartRefused"');
  return [
    ...(stops && !stoppable && 'id' in opened
      ? [{ path: `${path}/code`, code: 'child-cannot-be-stopped', facts: { code } }]
      : []),
    ...checkChildAnswers(definition.form, other, opened).map((finding) => ({
      ...finding,
      path: `${path}/${finding.path}`,
    })),
  ];
}

/** Every name once, every name waited for known, and no two waiting for one another. */
function checkOrder(children: ChildDefinition[]): Finding[] {
  const findings: Finding[] = [];
  const ids = children.map(({ id }) => id);
  for (const [index, { id, after = [] }] of children.entries()) {
    if (ids.indexOf(id) < index)
      findings.push({ path: `children/${index}/id`, code: 'child-twice', facts: { id } });
    for (const before of after.filter((one) => !ids.includes(one)))
      findings.push({ path: `children/${index}/after`, code: 'child-after-unknown', facts: { id: before } });
  }
  if (findings.length > 0) return findings;
  const opened = new Set<string>();
  for (let grown = true; grown; ) {
    const next = children.filter(
      ({ id, after = [] }) => !opened.has(id) && after.every((one) => opened.has(one)),
    );
    for (const { id } of next) opened.add(id);
    grown = next.length > 0;
  }
  const waiting = ids.filter((id) => !opened.has(id));
  return waiting.length > 0
    ? [
        {
          path: 'children',
          code: 'children-wait-for-one-another',
          facts: { ids: waiting.join(', ') },
        },
      ]
    : [];
}

/** A procedure that opens itself again; `way` are the codes that led here. */
function circle({ children = [] }: ServiceDefinition, known: KnownDefinitions, way: string[]): Finding[] {
  const codes = children.flatMap((child) => openedBy(child, '').map(({ opened }) => opened.code));
  for (const code of codes) {
    const on = [...way, code];
    if (way.includes(code))
      return [{ path: 'children', code: 'children-circular', facts: { codes: on.join(' → ') } }];
    const next = known.get(code);
    const found = next ? circle(next, known, on) : [];
    if (found.length > 0) return found;
  }
  return [];
}
