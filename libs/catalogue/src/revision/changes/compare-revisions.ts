import { type FieldDefinition, fieldsOf, type FormDefinition } from '#lib/forms';
import { canonicalForm, type LocalisedName } from '#lib/platform';
import type { PaperRequirement, ServiceDefinition } from '../../definition/service-definition.js';

/** One thing that differs between two revisions of a procedure. */
export type RevisionChange =
  | { what: 'question-new' | 'question-gone'; label: LocalisedName; field: string }
  | { what: 'question-changed'; label: LocalisedName; field: string; how: QuestionDifference[] }
  | {
      what: 'paper-new' | 'paper-gone' | 'paper-needed' | 'paper-not-needed' | 'paper-changed';
      label: LocalisedName;
    }
  | { what: 'fee' | 'deadline'; from: ServiceDefinition; to: ServiceDefinition }
  | { what: 'assurance' | 'agency' | 'workflow' | 'result' };

/** In what a question differs: what it asks, how it is answered, what can be chosen, whether and when it is asked. */
export type QuestionDifference = 'label' | 'type' | 'choices' | 'needed' | 'limits';

/** Everything that differs for whoever applies, from one revision to another, in the order of their forms. */
export function compareRevisions(from: ServiceDefinition, to: ServiceDefinition): RevisionChange[] {
  return [
    ...compareQuestions(from.form, to.form),
    ...comparePapers(from.papers, to.papers),
    ...(same(from.fee, to.fee) ? [] : [{ what: 'fee' as const, from, to }]),
    ...(same(deadlines(from), deadlines(to)) ? [] : [{ what: 'deadline' as const, from, to }]),
    ...(from.assurance === to.assurance ? [] : [{ what: 'assurance' as const }]),
    ...(same(agencyOf(from), agencyOf(to)) ? [] : [{ what: 'agency' as const }]),
    ...(same(from.workflow, to.workflow) ? [] : [{ what: 'workflow' as const }]),
    ...(same(from.result, to.result) ? [] : [{ what: 'result' as const }]),
  ];
}

/** In what a question differs; none where an answer to the one is an answer to the other. */
export function differencesOf(
  [oldForm, before]: [FormDefinition, FieldDefinition],
  [newForm, after]: [FormDefinition, FieldDefinition],
): QuestionDifference[] {
  const { label, type, optional, when, ...rest } = before;
  const { label: newLabel, type: newType, optional: newOptional, when: newWhen, ...newRest } = after;
  return [
    ...(same(label, newLabel) ? [] : ['label' as const]),
    ...(type === newType ? [] : ['type' as const]),
    ...(same(choicesIn(oldForm, before), choicesIn(newForm, after)) ? [] : ['choices' as const]),
    ...(same([optional, when], [newOptional, newWhen]) ? [] : ['needed' as const]),
    ...(same(limits(rest), limits(newRest)) ? [] : ['limits' as const]),
  ];
}

function compareQuestions(from: FormDefinition, to: FormDefinition): RevisionChange[] {
  const before = new Map(fieldsOf(from).map((field) => [field.id, field]));
  const after = new Map(fieldsOf(to).map((field) => [field.id, field]));
  const newOrChanged = [...after.values()].flatMap((field): RevisionChange[] => {
    const was = before.get(field.id);
    const { id, label } = field;
    if (!was) return [{ what: 'question-new', label, field: id }];
    const how = differencesOf([from, was], [to, field]);
    return how.length > 0 ? [{ what: 'question-changed', label, field: id, how }] : [];
  });
  const gone = [...before.values()].filter(({ id }) => !after.has(id));
  return [
    ...newOrChanged,
    ...gone.map(({ id, label }): RevisionChange => ({ what: 'question-gone', label, field: id })),
  ];
}

function comparePapers(from: PaperRequirement[], to: PaperRequirement[]): RevisionChange[] {
  return [
    ...to.flatMap((paper): RevisionChange[] => {
      const was = from.find(({ id }) => id === paper.id);
      const label = paper.title;
      if (!was) return [{ what: 'paper-new', label }];
      if (was.required !== paper.required)
        return [{ what: paper.required ? 'paper-needed' : 'paper-not-needed', label }];
      return same(was, paper) ? [] : [{ what: 'paper-changed', label }];
    }),
    ...from
      .filter(({ id }) => !to.some((paper) => paper.id === id))
      .map(({ title }): RevisionChange => ({ what: 'paper-gone', label: title })),
  ];
}

/** The values that can be chosen; their words may be put better without asking anything else. */
function choicesIn({ lists = {} }: FormDefinition, field: FieldDefinition): string[] {
  return 'list' in field ? (lists[field.list] ?? []).map(({ value }) => value) : [];
}

/** What bounds an answer; not where it is looked up, nor the hint beside it. */
function limits(field: Record<string, unknown>): unknown {
  const { hint: _, list: __, prefill: ___, prefillWhen: ____, prefillOr: _____, ...rest } = field;
  return rest;
}

function deadlines({ deadline, deadlineCases }: ServiceDefinition): unknown {
  return { deadline, deadlineCases };
}

function agencyOf({ authority, body, route, ministry }: ServiceDefinition): unknown {
  return { authority, body, route, ministry };
}

const same = (one: unknown, other: unknown) => canonicalForm(one ?? null) === canonicalForm(other ?? null);
