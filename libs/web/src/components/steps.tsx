import type { Content } from './props.js';

/** What will happen, in order. */
export function Steps(props: { steps: Content[] }) {
  return (
    <ol class="steps">
      {props.steps.map((step) => (
        <li class="steps__step">
          <div>{step}</div>
        </li>
      ))}
    </ol>
  );
}
