import { refusalWords } from '#lib/platform';
import { NotificationBanner } from '../components/notification-banner.js';
import type { PageContext } from '../http/page-context.js';

/** What was refused before this page was opened, if its address names anything. */
export function RefusedNotice({ context: { path, language } }: { context: PageContext }) {
  const query = new URLSearchParams(path.split('?')[1]);
  const code = query.get('refused');
  const seconds = Number.parseInt(query.get('seconds') ?? '', 10);
  const words = code === null ? undefined : refusalWords(code, language, seconds > 0 ? { seconds } : {});
  if (!words) return null;
  return (
    <NotificationBanner role="alert" title={words.title} titleId="refused">
      <p class="govuk-notification-banner__heading">{words.help}</p>
    </NotificationBanner>
  );
}
