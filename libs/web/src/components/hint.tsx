import { classNames } from './class-names.js';
import type { Content } from './props.js';

/** Help that belongs to a field. */
export function Hint(props: { id?: string | undefined; class?: string | undefined; children: Content }) {
  return (
    <div id={props.id} class={classNames('govuk-hint', props.class)}>
      {props.children}
    </div>
  );
}
