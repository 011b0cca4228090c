import { formatDateTime } from '#lib/calendar';
import { Button, NotificationBanner, type PageContext } from '#lib/web';
import type { Recovery } from './recovery.entity.js';
import { recoveryTexts } from './texts.js';

/** Tells a holder who is signed in that somebody wants their account, and lets them stop it. */
export function RecoveryUnderWay({ context, recovery }: { context: PageContext; recovery: Recovery }) {
  const { language } = context;
  const t = recoveryTexts(language);
  return (
    <NotificationBanner>
      <p class="govuk-notification-banner__heading">{t('underWay')}</p>
      <p>{t('underWayText', { when: formatDateTime(language, recovery.readyAt) })}</p>
      <form method="post" action="/account/identity/recovery/cancellation">
        <Button kind="warning" preventDoubleClick>
          {t('cancel')}
        </Button>
      </form>
    </NotificationBanner>
  );
}
