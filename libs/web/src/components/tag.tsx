import { classNames } from './class-names.js';
import type { Content } from './props.js';

/** Grey: nothing to do. Yellow: someone is waited for. Green: done or gone well. Red: stopped. Blue: in progress. */
export type TagColour = 'grey' | 'yellow' | 'green' | 'red' | 'blue';

/** A short state in words. The colour only repeats what the words say. */
export function Tag(props: {
  colour?: TagColour | undefined;
  class?: string | undefined;
  children: Content;
}) {
  return (
    <strong class={classNames('govuk-tag', props.colour && `govuk-tag--${props.colour}`, props.class)}>
      {props.children}
    </strong>
  );
}
