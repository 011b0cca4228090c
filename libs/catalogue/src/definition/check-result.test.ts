import { checkDefinition } from './check-definition.js';
import { shippedDefinition } from './load-definitions.js';
import type { ServiceDefinition } from './service-definition.js';

function birthWith(rows: unknown[]) {
  const birth = shippedDefinition('1.001193');
  if (!birth) throw new Error('No birth registration is shipped');
  const title = { vi: 'Trẻ', en: 'Child', fr: 'Enfant' };
  const template = { sections: [{ title, rows }] };
  return { ...birth, result: { ...birth.result, template } } as ServiceDefinition;
}

test('a result may show any field of its form, a date in words, a year, and facts of the case', () => {
  const rows = [
    { field: 'childName' },
    { field: 'childBirthDate', as: 'in-words' },
    { field: 'motherBirthDate', as: 'year' },
    { fact: 'number' },
  ];
  expect(checkDefinition(birthWith(rows))).toEqual([]);
});

test.each([
  ['a field its form does not have', { field: 'childNmae' }, 'field-unknown'],
  ['a name in words', { field: 'childName', as: 'in-words' }, 'answer-form-wrong'],
  [
    'a date that may lack its day, in words',
    { field: 'motherBirthDate', as: 'in-words' },
    'answer-form-wrong',
  ],
  ['a fact nobody knows', { fact: 'weather' }, 'property-wrong'],
  ['a misspelt property', { field: 'childName', lable: { vi: 'Tên' } }, 'property-wrong'],
  ['a label without its French', { field: 'childName', label: { vi: 'Tên', en: 'Name' } }, 'property-wrong'],
])('a result that shows %s is not published', (_, row, code) => {
  const findings = checkDefinition(birthWith([row]));
  expect(findings.map((finding) => finding.code)).toEqual([code]);
  expect(findings[0]?.path).toMatch(/^result\/template\/sections\/0\/rows\/0/);
});
