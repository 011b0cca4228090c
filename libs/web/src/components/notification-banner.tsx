import { useTexts } from '../page/page-language.js';
import { classNames } from './class-names.js';
import type { Content } from './props.js';

interface NotificationBannerProps {
  /** `success`: what the person just did has worked; takes the focus and is read out. Default: news. */
  type?: 'success' | undefined;
  /** Default "Đã xong" or "Lưu ý". */
  title?: Content;
  titleId?: string | undefined;
  titleHeadingLevel?: 2 | 3 | undefined;
  role?: 'alert' | 'region' | undefined;
  disableAutoFocus?: boolean | undefined;
  /** One sentence, drawn as a heading. */
  text?: string | undefined;
  /** Instead of `text`: anything. */
  children?: Content;
  class?: string | undefined;
}

/** What concerns the whole page, above its title. */
export function NotificationBanner(props: NotificationBannerProps) {
  const t = useTexts();
  const success = props.type === 'success';
  const titleId = props.titleId ?? 'govuk-notification-banner-title';
  const Heading = `h${props.titleHeadingLevel ?? 2}` as 'h2';
  return (
    <div
      class={classNames(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        props.class,
      )}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? t(success ? 'success' : 'important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ?? <p class="govuk-notification-banner__heading">{props.text}</p>}
      </div>
    </div>
  );
}
