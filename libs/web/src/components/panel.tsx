import { classNames } from './class-names.js';
import type { Content } from './props.js';

interface PanelProps {
  title: Content;
  /** Under the title: the reference to keep. */
  children?: Content;
  headingLevel?: 1 | 2 | undefined;
  class?: string | undefined;
}

/** It is done: the head of a page that confirms. */
export function Panel(props: PanelProps) {
  const Heading = `h${props.headingLevel ?? 1}` as 'h1';
  return (
    <div class={classNames('govuk-panel govuk-panel--confirmation', props.class)}>
      <Heading class="govuk-panel__title">{props.title}</Heading>
      {props.children ? <div class="govuk-panel__body">{props.children}</div> : null}
    </div>
  );
}
