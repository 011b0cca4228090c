import { type WorkflowRegistry, workflowRegistry } from '../registry.js';
import { withWords } from '../with-words.js';
import type { WorkflowDefinition } from '../workflow-definition.js';
import { checkName } from './check-names.js';
import { checkShape } from './check-shape.js';
import { checkSituations } from './situations/check-situations.js';
import { checkState } from './check-state.js';
import { checkTexts } from './check-texts.js';
import { checkTransitions } from './check-transitions.js';
import { eachState } from './each-state.js';
import { type Finding, finding } from './finding.js';

/**
 * What is wrong with a definition; nothing means that it can be published. Takes any data: what has not the shape of a
 * definition is found first, and ways through it are only judged once everything it names exists. Words that are left
 * out because everybody knows them (`withWords`) are not missing.
 */
export function checkWorkflow(
  written: WorkflowDefinition,
  registry: WorkflowRegistry = workflowRegistry,
): Finding[] {
  const malformed = checkShape(written);
  if (malformed.some(({ code }) => code === 'malformed' || code === 'too-many-values')) return malformed;

  const definition = withWords(written);
  const findings = [
    ...malformed,
    ...checkName('id', definition.id),
    ...checkTexts('title', definition.title),
    ...checkInitial(definition),
    ...eachState(definition).flatMap((placed) => [
      ...checkState(placed),
      ...checkTransitions(definition, registry, placed),
    ]),
  ];
  if (findings.some(({ path, code }) => path !== 'id' && preventsRunning.has(code))) return findings;
  const found = new Set(findings.map(({ path }) => path));
  return [...findings, ...checkSituations(definition).filter(({ path }) => !found.has(path))];
}

const preventsRunning = new Set([
  'key-unknown',
  'actor-missing',
  'actor-unknown',
  'name-malformed',
  'initial-unknown',
  'initial-final',
  'states-missing',
  'type-unknown',
  'target-unknown',
  'guard-unknown',
  'final-goes-on',
]);

function checkInitial({ initial, states }: WorkflowDefinition): Finding[] {
  if (!Object.hasOwn(states, initial)) return [finding('initial', 'initial-unknown', { initial })];
  return states[initial]?.final ? [finding('initial', 'initial-final', { initial })] : [];
}
