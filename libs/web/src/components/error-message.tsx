import { useTexts } from '../page/page-language.js';
import { classNames } from './class-names.js';
import type { Content } from './props.js';

/** What is wrong with one field. Read out as "Lỗi: …". */
export function ErrorMessage(props: {
  id?: string | undefined;
  class?: string | undefined;
  children: Content;
}) {
  const t = useTexts();
  return (
    <p id={props.id} class={classNames('govuk-error-message', props.class)}>
      <span class="govuk-visually-hidden">{t('error')}:</span> {props.children}
    </p>
  );
}
