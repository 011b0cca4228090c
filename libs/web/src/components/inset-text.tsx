import { classNames } from './class-names.js';
import type { Content } from './props.js';

/** A sentence set apart from the text around it. */
export function InsetText(props: { id?: string | undefined; class?: string | undefined; children: Content }) {
  return (
    <div id={props.id} class={classNames('govuk-inset-text', props.class)}>
      {props.children}
    </div>
  );
}
