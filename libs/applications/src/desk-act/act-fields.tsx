import type { NeedFieldsProps } from './needs/need-part.js';
import { typedNeeds } from './needs/needs.js';
import { texts } from './texts.js';

/** What an act asks its officer to type; what it means where it asks nothing. */
export function ActFields(props: NeedFieldsProps) {
  const parts = typedNeeds(props.transition);
  if (parts.length === 0) return <p>{texts(props.language)('nothing-to-type')}</p>;
  return (
    <>
      {parts.map((part) => (
        <part.Fields {...props} />
      ))}
    </>
  );
}
