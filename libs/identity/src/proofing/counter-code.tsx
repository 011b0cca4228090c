import { formatTime } from '#lib/calendar';
import { InsetText, type PageContext, Panel } from '#lib/web';
import { CodeQr } from './code-qr.js';
import type { CounterRequest } from './counter-request.entity.js';
import { counterTexts } from './counter-texts.js';

/** Where a check at a counter stands: the code to show, or what the officers did with it. */
export function CounterCode({
  context,
  request,
  code,
}: {
  context: PageContext;
  request: CounterRequest;
  code: string;
}) {
  const t = counterTexts(context.language);
  if (request.state === 'refused' && request.reason)
    return <InsetText>{t('refused', { reason: t(`reason-${request.reason}`) })}</InsetText>;
  if (request.state === 'checked') return <InsetText>{t('checked')}</InsetText>;
  if (request.state === 'approved') return <InsetText>{t('approved')}</InsetText>;
  return (
    <>
      <Panel title={code}>{t('until', { time: formatTime(context.language, request.expiresAt) })}</Panel>
      {request.firstOfficer ? null : <CodeQr code={code} alt={t('qr')} />}
      <p>{t(request.firstOfficer ? 'opened' : 'show')}</p>
    </>
  );
}
