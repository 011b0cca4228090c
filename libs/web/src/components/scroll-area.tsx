import type { Content } from './props.js';

/** Something wider than a phone, such as a table of many columns: scrolled by itself, by keyboard as well. */
export function ScrollArea(props: { label: string; children: Content }) {
  return (
    <div class="scroll-area" role="region" aria-label={props.label} tabindex={0}>
      {props.children}
    </div>
  );
}
