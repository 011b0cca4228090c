import { workflowRegistry } from './registry.js';
import { actors, clockEffects, nationalStatuses, needs, silences, termUnits } from './workflow-definition.js';

type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const localised = record({ vi: text, en: text, fr: text });
const term = record(Object.fromEntries(termUnits.map((unit) => [unit, { type: 'number' }])));
const transitions: Schema = {
  anyOf: [
    { $ref: '#/$defs/transition' },
    record({ oneOf: list({ $ref: '#/$defs/transition' }) }),
    record({ firstOf: list({ $ref: '#/$defs/transition' }) }),
  ],
};

/**
 * JSON Schema of a workflow as it is written: what an editor completes. It knows the words and where they stand;
 * `checkWorkflow` says what is wrong. Its `$defs` are `state` and `transition`.
 */
export const workflowSchema: Schema = {
  ...record({
    id: text,
    title: localised,
    initial: text,
    states: { type: 'object', additionalProperties: { $ref: '#/$defs/state' } },
    sources: list(text),
    assumptions: list(text),
  }),
  $defs: {
    state: record({
      label: localised,
      explains: localised,
      status: { enum: [...nationalStatuses] },
      waitsFor: { enum: ['citizen', 'officer', 'system'] },
      final: { const: true },
      deadline: record({ within: term, send: text }),
      noDeadline: localised,
      on: { type: 'object', additionalProperties: transitions },
      type: { const: 'parallel' },
      initial: text,
      states: { type: 'object', additionalProperties: { $ref: '#/$defs/state' } },
    }),
    transition: record({
      to: text,
      by: list({ enum: [...actors] }),
      label: localised,
      past: localised,
      guard: { enum: [...workflowRegistry.guards] },
      effects: list({ enum: [...workflowRegistry.effects] }),
      clock: { enum: [...clockEffects] },
      needs: list({ enum: [...needs] }),
      form: { type: 'object' },
      attachments: record({ title: localised, required: { type: 'boolean' } }),
      notBy: list(text),
      notByOriginal: list(text),
      hidden: { const: true },
      consultation: record({ within: term, silence: { enum: [...silences] } }),
    }),
  },
};

function record(properties: Record<string, Schema>): Schema {
  return { type: 'object', properties, additionalProperties: false };
}

function list(items: Schema): Schema {
  return { type: 'array', items };
}
