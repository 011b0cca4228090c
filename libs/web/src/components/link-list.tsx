import { classNames } from './class-names.js';
import type { Content } from './props.js';

export interface ListedLink {
  title: Content;
  href: string;
  /** A line of facts under the link: authority, fee, deadline. */
  meta?: Content;
  /** A sentence. */
  text?: Content;
  /** Beside the title: a `Tag`. */
  tag?: Content;
}

/** Results of a search, procedures of a field, applications of a person. */
export function LinkList(props: { links: ListedLink[] }) {
  return (
    <ul class="link-list">
      {props.links.map((link) => (
        <li class="link-list__item">
          <div class="link-list__head">
            <a
              class={classNames('link-list__link', isLong(link.title) && 'link-list__link--long')}
              href={link.href}
            >
              {link.title}
            </a>
            {link.tag}
          </div>
          {link.text ? <p class="link-list__text">{link.text}</p> : null}
          {link.meta ? <p class="link-list__meta">{link.meta}</p> : null}
        </li>
      ))}
    </ul>
  );
}

function isLong(title: Content): boolean {
  return typeof title === 'string' && title.length > 160;
}
