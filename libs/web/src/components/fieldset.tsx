import { classNames } from './class-names.js';
import type { Content, Size } from './props.js';

export interface FieldsetProps {
  legend?: Content;
  legendSize?: Size | undefined;
  /** The legend is the h1 of the page. */
  legendAsHeading?: boolean | undefined;
  legendClass?: string | undefined;
  describedBy?: string | undefined;
  role?: 'group' | undefined;
  class?: string | undefined;
  children?: Content;
}

/** Fields that answer one question together, under its legend. */
export function Fieldset(props: FieldsetProps) {
  const legendClass = classNames(
    'govuk-fieldset__legend',
    props.legendSize && `govuk-fieldset__legend--${props.legendSize}`,
    props.legendClass,
  );
  const legend = props.legendAsHeading ? (
    <h1 class="govuk-fieldset__heading">{props.legend}</h1>
  ) : (
    props.legend
  );
  return (
    <fieldset
      class={classNames('govuk-fieldset', props.class)}
      role={props.role}
      aria-describedby={props.describedBy}
    >
      {props.legend ? <legend class={legendClass}>{legend}</legend> : null}
      {props.children}
    </fieldset>
  );
}
