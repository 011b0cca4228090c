import type { Content } from './props.js';

export interface LifeEvent {
  title: string;
  href: string;
  /** What is found there. */
  text?: Content;
}

/** Occasions of life and business, each leading to its procedures. */
export function LifeGrid(props: { events: LifeEvent[] }) {
  return (
    <ul class={`life-grid life-grid--${columns(props.events.length)}`}>
      {props.events.map((event) => (
        <li class="life-grid__item">
          <a class="life-grid__link" href={event.href}>
            {event.title}
          </a>
          {event.text ? <p class="life-grid__text">{event.text}</p> : null}
        </li>
      ))}
    </ul>
  );
}

/** Three to five columns on a wide screen: those that leave the fewest holes in the last row. */
function columns(count: number): 3 | 4 | 5 {
  const holes = (width: number) => (width - (count % width)) % width;
  return ([5, 4, 3] as const).reduce((best, width) => (holes(width) < holes(best) ? width : best), 4);
}
