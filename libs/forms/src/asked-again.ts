import type { FieldDefinition } from './field-types.js';
import type { DateLimits } from './fields/date-parts.js';

/**
 * A field as it is asked again about what was filed: always, of the person alone, and with an answer. An age that was to
 * be had on the day of filing binds it no more.
 */
export function askedAgain(field: FieldDefinition): FieldDefinition {
  const {
    when: _when,
    prefill: _prefill,
    prefillWhen: _prefillWhen,
    prefillOr: _prefillOr,
    optional: _optional,
    ageAtLeast: _ageAtLeast,
    ageBelow: _ageBelow,
    ...rest
  } = field as FieldDefinition & DateLimits;
  return rest as FieldDefinition;
}
