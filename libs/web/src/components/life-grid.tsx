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
    <ul class="life-grid">
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
