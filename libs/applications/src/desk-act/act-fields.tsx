import { ActFormFields } from '../act-form/act-form-fields.js';
import { asksAlong } from '../act-form/act-form.js';
import type { NeedFieldsProps } from './needs/need-part.js';
import { typedNeeds } from './needs/needs.js';
import { texts } from './texts.js';

/** What an act asks its officer to type; what it means where it asks nothing. */
export function ActFields(props: NeedFieldsProps) {
  const { transition, body, errors, language } = props;
  const parts = typedNeeds(transition);
  if (parts.length === 0 && !asksAlong(transition)) return <p>{texts(language)('nothing-to-type')}</p>;
  return (
    <>
      {parts.map((part) => (
        <part.Fields {...props} />
      ))}
      <ActFormFields
        transition={transition}
        body={body}
        errors={errors.filter((error) => 'said' in error)}
        language={language}
        asked="officer"
      />
    </>
  );
}
