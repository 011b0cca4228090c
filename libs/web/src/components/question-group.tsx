import { describedBy } from './described-by.js';
import { Fieldset } from './fieldset.js';
import { FormGroup, HintAndError } from './form-group.js';
import type { Content, GroupProps } from './props.js';

/** Legend, hint, error and the several fields they belong to. */
export function QuestionGroup(props: { id: string; group: GroupProps; role?: 'group'; children: Content }) {
  const { id, group } = props;
  const inner = (
    <>
      <HintAndError id={id} question={group} />
      {props.children}
    </>
  );
  return (
    <FormGroup question={group}>
      {group.legend ? (
        <Fieldset
          legend={group.legend}
          legendSize={group.legendSize}
          legendAsHeading={group.legendAsHeading}
          legendClass={group.legendClass}
          describedBy={describedBy(id, group)}
          role={props.role}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}
