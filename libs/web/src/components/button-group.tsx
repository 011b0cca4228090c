import type { Content } from './props.js';

/** Buttons and links side by side, one under the other on a phone. */
export function ButtonGroup(props: { children: Content }) {
  return <div class="govuk-button-group">{props.children}</div>;
}
