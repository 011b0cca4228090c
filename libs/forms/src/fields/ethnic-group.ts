import { say } from '#lib/platform';
import { byKeyword, type FieldBase, type FieldType } from '../field-type.js';
import { ethnicGroups } from '../lists/ethnic-groups.js';
import { oneLine } from './one-line.js';

/** One of the 54 ethnic groups by official code, or 'other'. */
export interface EthnicGroupField extends FieldBase {
  type: 'ethnic-group';
}

export const ethnicGroup: FieldType<EthnicGroupField, string> = {
  ...oneLine,
  settings: {},
  missing: 'choose',
  schema: () => ({ type: 'string', enum: ethnicGroups.map(({ value }) => value) }),
  explain: byKeyword({ enum: 'choice-unknown' }),
  display: (answer, _field, { language }) => {
    const group = ethnicGroups.find(({ value }) => value === answer);
    return group ? say(group.label, language) : answer;
  },
  choices: (_field, _lists, language) =>
    ethnicGroups.map(({ value, label }) => ({ value, label: say(label, language) })),
};
