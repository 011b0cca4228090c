import type { RevisionStanding } from '#lib/catalogue';
import { formatDateTime } from '#lib/calendar';
import { type Language, say } from '#lib/platform';
import { NotificationBanner } from '#lib/web';
import type { Draft } from '../draft/draft.entity.js';
import { texts } from './texts.js';

interface RevisionNoticeProps {
  draft: Draft;
  standing: RevisionStanding;
  language: Language;
}

/** That the procedure is withdrawn, or that another revision is in force: what it means for this draft, and what can be done. */
export function RevisionNotice({ draft, standing, language }: RevisionNoticeProps) {
  const { withdrawal, filableUntil, filable } = standing;
  const t = texts(language);
  if (withdrawal) {
    const over = !filable;
    const when = formatDateTime(language, withdrawal.effectiveAt);
    return (
      <NotificationBanner title={t(over ? 'withdrawn-title' : 'withdrawing-title')}>
        <p class="govuk-notification-banner__heading">
          {t(over ? 'withdrawn-text' : 'withdrawing-text', {
            when,
            reason: say(withdrawal.reason, language),
          })}
        </p>
        <p>
          <a class="govuk-notification-banner__link" href={`/procedures/${draft.code}`}>
            {t('see-procedure')}
          </a>
          {' · '}
          <a class="govuk-notification-banner__link" href={`/drafts/${draft.id}/copy`}>
            {t('download')}
          </a>
        </p>
      </NotificationBanner>
    );
  }
  if (!filableUntil) return null;
  return (
    <NotificationBanner title={t('newer-title')}>
      <p class="govuk-notification-banner__heading">
        {t(filable ? 'newer-text' : 'newer-only', {
          until: formatDateTime(language, filableUntil, { weekday: false }),
        })}
      </p>
      <p>
        <a class="govuk-notification-banner__link" href={`/drafts/${draft.id}/revision`}>
          {t('see-changes')}
        </a>
      </p>
    </NotificationBanner>
  );
}
