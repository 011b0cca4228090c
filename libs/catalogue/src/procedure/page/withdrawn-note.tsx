import { formatDateTime } from '#lib/calendar';
import { type Language, say } from '#lib/platform';
import { NotificationBanner } from '#lib/web';
import { shortTitle } from '../../words/short-title.js';
import type { Withdrawal } from '../../withdrawal/withdrawal.entity.js';
import type { Procedure } from '../procedure.entity.js';
import { texts } from './texts.js';

export interface ShownWithdrawal {
  withdrawal: Withdrawal;
  /** The procedure that takes its place. */
  follower: Procedure | undefined;
  now: Date;
}

/** Whether no application is taken any more, or will not be from an instant to come. */
export function isOver({ withdrawal, now }: ShownWithdrawal): boolean {
  return withdrawal.effectiveAt <= now;
}

/** Since when a procedure is withdrawn, why, by which decision, and what follows it. */
export function WithdrawnNote({ language, ...shown }: ShownWithdrawal & { language: Language }) {
  const t = texts(language);
  const { withdrawal, follower } = shown;
  const over = isOver(shown);
  const facts = {
    when: formatDateTime(language, withdrawal.effectiveAt),
    reason: say(withdrawal.reason, language),
    decision: withdrawal.decision,
  };
  return (
    <NotificationBanner title={t(over ? 'withdrawn-title' : 'withdrawing-title')}>
      <p class="govuk-notification-banner__heading">{t('withdrawn-since', facts)}</p>
      <p>{t('withdrawn-why', facts)}</p>
      {follower && (
        <p>
          {t('withdrawn-follower')}{' '}
          <a class="govuk-notification-banner__link" href={`/procedures/${follower.code}`}>
            {shortTitle(follower.title)}
          </a>
        </p>
      )}
      <p>{t('withdrawn-open')}</p>
    </NotificationBanner>
  );
}
