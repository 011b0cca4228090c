import { useTexts } from '../page/page-language.js';
import { classNames } from './class-names.js';
import type { Content } from './props.js';

interface WarningTextProps {
  children: Content;
  /** What the exclamation mark says aloud. Default "Cảnh báo". */
  spoken?: string | undefined;
  class?: string | undefined;
}

/** What has consequences if it is overlooked. */
export function WarningText(props: WarningTextProps) {
  const t = useTexts();
  return (
    <div class={classNames('govuk-warning-text', props.class)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.spoken ?? t('warning')}</span> {props.children}
      </strong>
    </div>
  );
}
