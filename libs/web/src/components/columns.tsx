import type { Content } from './props.js';

/** What is to be read, and beside it (on a phone: after it) what only some people need. For `layout="wide"`. */
export function Columns(props: { aside: Content; children: Content }) {
  return (
    <div class="columns">
      <div class="columns__main">{props.children}</div>
      <aside class="columns__aside">{props.aside}</aside>
    </div>
  );
}
