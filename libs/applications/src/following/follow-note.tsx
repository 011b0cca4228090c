import type { Language } from '#lib/platform';
import { CodeText, SummaryList } from '#lib/web';
import { texts } from './texts.js';

/** What a receipt says about following without signing in: the secret, and a QR code that leads there. */
export function FollowNote({ language, secret, qr }: { language: Language; secret: string; qr: string }) {
  const t = texts(language);
  return (
    <section class="follow-note">
      <h2>{t('note-title')}</h2>
      <p>{t('note-text')}</p>
      <SummaryList
        rows={[
          { key: t('secret'), value: <CodeText>{secret}</CodeText> },
          { key: t('note-address'), value: <a href="/follow">{t('title')}</a> },
        ]}
      />
      <img src={qr} alt={t('qr')} width="180" height="180" />
      <p class="secondary">{t('note-keep')}</p>
    </section>
  );
}
