import { useTexts } from '../page/page-language.js';
import { classNames } from './class-names.js';
import type { Content } from './props.js';

interface PageLink {
  href: string;
  /** Default "Trang trước" or "Trang sau". */
  text?: Content;
  /** What that page is about; only without page numbers. */
  label?: string | undefined;
}

export interface NumberedPage {
  number: number | string;
  href: string;
  current?: boolean | undefined;
}

interface PaginationProps {
  previous?: PageLink | undefined;
  next?: PageLink | undefined;
  /** Page numbers; `gap` stands for those left out. */
  pages?: (NumberedPage | 'gap')[] | undefined;
  /** Name of the landmark. Default "Phân trang". */
  label?: string | undefined;
  class?: string | undefined;
}

/** Steps through the pages of a long list. */
export function Pagination(props: PaginationProps) {
  const t = useTexts();
  const block = !props.pages && Boolean(props.previous || props.next);
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', props.class)}
      aria-label={props.label ?? t('pagination')}
    >
      {props.previous ? <Arrow rel="prev" link={props.previous} block={block} /> : null}
      {props.pages ? (
        <ul class="govuk-pagination__list">
          {props.pages.map((page) => (
            <Numbered page={page} />
          ))}
        </ul>
      ) : null}
      {props.next ? <Arrow rel="next" link={props.next} block={block} /> : null}
    </nav>
  );
}

function Arrow({ rel, link, block }: { rel: 'prev' | 'next'; link: PageLink; block: boolean }) {
  const t = useTexts();
  const icon = <Icon rel={rel} />;
  const iconFirst = block || rel === 'prev';
  const word = t(rel === 'prev' ? 'previousPage' : 'nextPage');
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={rel}>
        {iconFirst ? icon : null}
        <span
          class={classNames(
            'govuk-pagination__link-title',
            block && !link.label && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text ?? word}
        </span>
        {link.label && block ? (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.label}</span>
          </>
        ) : null}
        {iconFirst ? null : icon}
      </a>
    </div>
  );
}

function Numbered({ page }: { page: NumberedPage | 'gap' }) {
  const t = useTexts();
  if (page === 'gap') return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li class={classNames('govuk-pagination__item', page.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={page.href}
        aria-label={t('pageNumber', { number: page.number })}
        aria-current={page.current ? 'page' : undefined}
      >
        {page.number}
      </a>
    </li>
  );
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function Icon({ rel }: { rel: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${rel}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[rel]} />
    </svg>
  );
}
