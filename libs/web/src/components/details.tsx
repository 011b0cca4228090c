import { classNames } from './class-names.js';
import type { Attributes, Content } from './props.js';

interface DetailsProps {
  summary: Content;
  children: Content;
  open?: boolean | undefined;
  id?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** What only some people need, behind a line of text. */
export function Details(props: DetailsProps) {
  return (
    <details
      id={props.id}
      class={classNames('govuk-details', props.class)}
      {...props.attributes}
      open={props.open}
    >
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  );
}
