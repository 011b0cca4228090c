import { classNames } from './class-names.js';

export interface CountLink {
  count: number;
  /** What is counted: "đến hạn hôm nay". */
  text: string;
  href: string;
  current?: boolean | undefined;
  /** More than none of these is bad news. */
  urgent?: boolean | undefined;
}

/** How much there is of what, each number leading to the list it counts. */
export function CountLinks(props: { label: string; links: CountLink[] }) {
  return (
    <nav class="count-links" aria-label={props.label}>
      <ul>
        {props.links.map((link) => (
          <li>
            <a
              class={classNames(
                'count-links__link',
                link.urgent && link.count > 0 && 'count-links__link--urgent',
              )}
              href={link.href}
              aria-current={link.current ? 'true' : undefined}
            >
              <span class="count-links__count">{link.count}</span> <span>{link.text}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
