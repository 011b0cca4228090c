import { useTexts } from '../page/page-language.js';
import { classNames } from './class-names.js';
import { Label } from './label.js';
import type { Content } from './props.js';

interface SearchBoxProps {
  action: string;
  /** Name and id of the field. Default `q`. */
  name?: string | undefined;
  label: Content;
  /** The label is only read out, where a heading already asks the question. */
  labelHidden?: boolean | undefined;
  /** An example under the field. */
  hint?: Content;
  value?: string | undefined;
  /** Default "Tìm". */
  button?: string | undefined;
  /** Larger, for the home page. */
  large?: boolean | undefined;
  /** Where suggestions for what is being typed come from, as `[{ text, href }]`; the page names the island `suggestions`. */
  suggestionsHref?: string | undefined;
  /** Further values the search keeps. */
  keep?: Record<string, string> | undefined;
}

/** One field that searches, by GET. */
export function SearchBox(props: SearchBoxProps) {
  const t = useTexts();
  const id = props.name ?? 'q';
  return (
    <search>
      <form
        class={classNames('search-box', props.large && 'search-box--large')}
        action={props.action}
        method="get"
      >
        <Label for={id} size="s" class={props.labelHidden ? 'govuk-visually-hidden' : undefined}>
          {props.label}
        </Label>
        <div class="search-box__row">
          <input
            class="search-box__input"
            type="search"
            id={id}
            name={id}
            value={props.value}
            autocomplete="off"
            enterkeyhint="search"
            aria-describedby={props.hint ? `${id}-hint` : undefined}
            data-suggestions={props.suggestionsHref}
            data-suggestions-label={props.suggestionsHref && t('suggestions')}
            data-suggestions-count={props.suggestionsHref && t('suggestionsCount')}
          />
          <button type="submit" class="search-box__button">
            {props.button ?? t('search')}
          </button>
        </div>
        {props.hint ? (
          <p class="search-box__hint" id={`${id}-hint`}>
            {props.hint}
          </p>
        ) : null}
        {Object.entries(props.keep ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      </form>
    </search>
  );
}
