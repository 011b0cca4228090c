import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Localised } from '#lib/platform';
import {
  type Actor,
  actors,
  type StateDefinition,
  type TransitionDefinition,
  type WorkflowDefinition,
} from './workflow-definition.js';
import { withWords } from './with-words.js';

/** The standard workflow as it ships, read as data. */
export const standard = withWords(
  parse(
    readFileSync(new URL('../../catalogue/workflows/standard.yaml', import.meta.url), 'utf8'),
  ) as WorkflowDefinition,
);

export const everyone: readonly Actor[] = actors;

export const words = (text: string): Localised => ({ vi: text, en: text, fr: text });

export const to = (
  target: string,
  by: Actor,
  more: Partial<TransitionDefinition> = {},
): TransitionDefinition => ({ to: target, by: [by], label: words(target), past: words(target), ...more });

export const state = (more: Partial<StateDefinition> = {}): StateDefinition => ({
  label: words('state'),
  status: 4,
  ...more,
});

export const end = state({ status: 10, final: true });

/** A definition of these states, the first of them initial. */
export const workflow = (id: string, states: Record<string, StateDefinition>): WorkflowDefinition => ({
  id,
  title: words(id),
  initial: Object.keys(states)[0] ?? '',
  states,
  sources: [],
  assumptions: [],
});

/** Two agencies are consulted at once, each with an inner step of its own; the answer decides by its outcome. */
export const consultation = workflow('consultation', {
  examination: state({
    initial: 'reading',
    on: { stop: to('closed', 'citizen', { clock: 'stop' }) },
    states: {
      reading: state({ waitsFor: 'officer', on: { read: to('weighing', 'case') } }),
      weighing: state({
        waitsFor: 'officer',
        on: {
          consult: to('agencies', 'case', { effects: ['consult'], clock: 'suspend' }),
          decide: {
            oneOf: [
              to('granted', 'approver', { guard: 'outcomeIsGrant' }),
              to('refused', 'approver', { guard: 'outcomeIsRefuse' }),
            ],
          },
        },
      }),
    },
  }),
  agencies: state({
    type: 'parallel',
    on: {
      done: to('examination.weighing', 'system', { effects: ['close-consultations'], clock: 'resume' }),
      stop: to('closed', 'citizen'),
    },
    states: {
      police: region('police-answers'),
      tax: region('tax-answers'),
    },
  }),
  granted: end,
  refused: end,
  closed: end,
});

function region(answer: string): StateDefinition {
  return state({
    initial: 'waiting',
    states: {
      waiting: state({
        waitsFor: 'officer',
        deadline: { within: { workingDays: 3 }, send: 'remind' },
        on: {
          [answer]: to('answered', 'case', { effects: ['issue-result'] }),
          remind: to('waiting', 'system'),
        },
      }),
      answered: state({ final: true }),
    },
  });
}
