import type { FieldDefinition, FormDefinition } from '#lib/forms';
import { dropOutdated } from './drop-outdated.js';
import type { Sources } from './source.js';

const label = { vi: 'a', en: 'a', fr: 'a' };
const name = (field: Partial<FieldDefinition> & { id: string }) =>
  ({ type: 'name', label, ...field }) as FieldDefinition;
const form: FormDefinition = {
  pages: [
    { id: 'who', title: label, fields: [name({ id: 'relationship' })] },
    {
      id: 'mother',
      title: label,
      fields: [
        name({
          id: 'motherName',
          prefill: 'person.name',
          prefillWhen: { eq: ['relationship', 'mother'] },
          prefillOr: [{ prefill: 'spouse.name', prefillWhen: { eq: ['relationship', 'father'] } }],
        }),
      ],
    },
  ],
};
const source = (key: string, kept = true): Sources => ({
  motherName: { source: 'population-register', key, at: '2026-11-20T03:05:00Z', known: true, kept },
});
const before = { relationship: 'mother', motherName: 'Hà' };

test('a value that still comes from where it came from stays', () => {
  expect(dropOutdated(form, before, before, source('person.name'))).toEqual({
    answers: before,
    sources: source('person.name'),
    reopened: [],
  });
});

test('a value the citizen changed is theirs, whatever its source becomes', () => {
  const after = { relationship: 'father', motherName: 'Hằng' };
  expect(dropOutdated(form, before, after, source('person.name'))).toEqual({
    answers: after,
    sources: source('person.name', false),
    reopened: [],
  });
});

test.each(['father', 'grandparent'])(
  'a value from a source that a %s does not have is dropped, and its page reopened',
  (relationship) => {
    expect(dropOutdated(form, before, { ...before, relationship }, source('person.name'))).toEqual({
      answers: { relationship },
      sources: {},
      reopened: ['mother'],
    });
  },
);

test('what the register said, typed back after a change, is the register’s again', () => {
  const known = { motherName: 'Hà' };
  const changed = { ...before, motherName: 'Hằng' };
  const away = dropOutdated(form, before, changed, source('person.name'), known);
  expect(away.sources).toEqual(source('person.name', false));
  expect(dropOutdated(form, changed, before, away.sources, known)).toEqual({
    answers: before,
    sources: source('person.name'),
    reopened: [],
  });
});
