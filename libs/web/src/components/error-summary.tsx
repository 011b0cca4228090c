import { useTexts } from '../page/page-language.js';
import { classNames } from './class-names.js';
import type { Content } from './props.js';

export interface SummarisedError {
  text: Content;
  /** The field to mend, as `#id`. Without it the error is plain text. */
  href?: string | undefined;
}

interface ErrorSummaryProps {
  errors?: SummarisedError[] | undefined;
  /** Default: how many places there are to mend. */
  title?: Content;
  /** A sentence before the list. */
  children?: Content;
  disableAutoFocus?: boolean | undefined;
  class?: string | undefined;
}

/** All errors of a page, above its title. Takes the focus when the page opens. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const t = useTexts();
  const errors = props.errors ?? [];
  return (
    <div
      class={classNames('govuk-error-summary', props.class)}
      data-disable-auto-focus={props.disableAutoFocus}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">
          {props.title ?? t('errorsToMend', { count: errors.length })}
        </h2>
        <div class="govuk-error-summary__body">
          {props.children ? <p>{props.children}</p> : null}
          {errors.length > 0 ? (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map((error) => (
                <li>{error.href ? <a href={error.href}>{error.text}</a> : error.text}</li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  );
}
