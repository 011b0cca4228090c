import { classNames } from './class-names.js';
import type { Content } from './props.js';

export interface TimelineEvent {
  /** What happened: "Đã tiếp nhận". */
  title: Content;
  /** When, in words: "Thứ Sáu 20/11/2026, 11:20". */
  time?: string | undefined;
  /** The same instant for machines, ISO 8601. */
  dateTime?: string | undefined;
  /** Who did it, in what capacity. */
  actor?: Content;
  /** Why, or with what result. */
  text?: Content;
  /** Beside the title: a `StatusTag`. */
  tag?: Content;
  /** `now`: where things stand. `next`: what is expected to follow. Default `done`. */
  state?: 'now' | 'done' | 'next' | undefined;
}

interface TimelineProps {
  events: TimelineEvent[];
  headingLevel?: 2 | 3 | undefined;
  /** The oldest first, as a way is gone. */
  forward?: boolean | undefined;
}

/** What happened, newest first unless told otherwise. */
export function Timeline(props: TimelineProps) {
  const Heading = `h${props.headingLevel ?? 3}` as 'h3';
  return (
    <ol class={classNames('timeline', props.forward && 'timeline--forward')} reversed={!props.forward}>
      {props.events.map((event) => (
        <li class={classNames('timeline__event', `timeline__event--${event.state ?? 'done'}`)}>
          <div class="timeline__head">
            <Heading class="timeline__title">{event.title}</Heading>
            {event.tag}
          </div>
          {event.time || event.actor ? (
            <p class="timeline__by">
              {event.time ? <time dateTime={event.dateTime}>{event.time}</time> : null}
              {event.time && event.actor ? ' · ' : null}
              {event.actor}
            </p>
          ) : null}
          {event.text ? <div class="timeline__text">{event.text}</div> : null}
        </li>
      ))}
    </ol>
  );
}
