import { classNames } from './class-names.js';
import type { Content, Size } from './props.js';

interface LabelProps {
  for?: string | undefined;
  size?: Size | undefined;
  /** Wraps the label in the h1 of the page. */
  asHeading?: boolean | undefined;
  class?: string | undefined;
  children: Content;
}

/** The name of a field. */
export function Label(props: LabelProps) {
  const label = (
    <label
      class={classNames('govuk-label', props.size && `govuk-label--${props.size}`, props.class)}
      for={props.for}
    >
      {props.children}
    </label>
  );
  return props.asHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
