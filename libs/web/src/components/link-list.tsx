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
  /** What belongs to it, in a list of its own. */
  parts?: Pick<ListedLink, 'title' | 'href' | 'tag'>[];
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
          {link.parts && link.parts.length > 0 ? (
            <ul class="link-list__parts">
              {link.parts.map(({ title, href, tag }) => (
                <li class="link-list__head">
                  <a href={href}>{title}</a>
                  {tag}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function isLong(title: Content): boolean {
  return typeof title === 'string' && title.length > 160;
}
