import { refusalWords } from '#lib/platform';
import { NotificationBanner } from '../components/notification-banner.js';
import type { PageContext } from '../http/page-context.js';

/** What was refused before this page was opened, if its address names anything. */
export function RefusedNotice({ context: { path, language } }: { context: PageContext }) {
  const code = new URLSearchParams(path.split('?')[1]).get('refused');
  const words = code === null ? undefined : refusalWords(code, language);
  if (!words) return null;
  return (
    <NotificationBanner role="alert" title={words.title} titleId="refused">
      <p class="govuk-notification-banner__heading">{words.help}</p>
    </NotificationBanner>
  );
}
