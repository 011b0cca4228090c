import { DrumStar } from '../page/drum-star.js';
import type { Content } from './props.js';

interface EmptyStateProps {
  /** What there is none of, as a sentence: "Bạn chưa nộp hồ sơ nào". */
  title: Content;
  /** Why, or what to do instead. */
  children?: Content;
  /** A link or button. */
  action?: Content;
}

/** A list with nothing in it. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div class="empty-state">
      <DrumStar class="drum-star drum-star--faint" />
      <div>
        <p class="empty-state__title">{props.title}</p>
        {props.children ? <div class="empty-state__text">{props.children}</div> : null}
        {props.action ? <p class="empty-state__action">{props.action}</p> : null}
      </div>
    </div>
  );
}
