import { classNames } from './class-names.js';
import type { Content } from './props.js';

/** The first link of a page, for those who go by keyboard: past the header to what is new. */
export function SkipLink(props: {
  href?: string | undefined;
  class?: string | undefined;
  children: Content;
}) {
  return (
    <a
      href={props.href ?? '#content'}
      class={classNames('govuk-skip-link', props.class)}
      data-module="govuk-skip-link"
    >
      {props.children}
    </a>
  );
}
