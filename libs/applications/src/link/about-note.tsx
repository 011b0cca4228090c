import { formatDate } from '#lib/calendar';
import { type Language, say } from '#lib/platform';
import { CodeText, InsetText, WarningText } from '#lib/web';
import type { About } from './about.js';
import { lastDayOf } from './end-of-limit.js';
import { texts } from './texts.js';

interface AboutNoteProps {
  about: About | undefined;
  language: Language;
  /** Where the original can be read. */
  href?: string | undefined;
  /** Of a draft: until when it can be filed is said too. */
  now?: Date;
}

/** Says what an application, or the draft of one, is about. Nothing where it stands by itself. */
export function AboutNote({ about, language, href, now }: AboutNoteProps) {
  if (!about) return null;
  const t = texts(language);
  const { link, number, title, remedy } = about;
  return (
    <>
      <InsetText>
        <strong>
          {t('about', { number: '' })}
          <CodeText>{number}</CodeText>
        </strong>
        <br />
        {say(title, language)}
        <br />
        {contestedWords(about, language)}
        {link.remote && (
          <>
            <br />
            {t('about-remote')}
          </>
        )}
        {href && (
          <>
            <br />
            <a href={href}>{t('see-original')}</a>
          </>
        )}
      </InsetText>
      {now && remedy && <FileUntil {...{ remedy, link, now, language }} />}
    </>
  );
}

/** The act complained about, in words. */
export function contestedWords({ link, act }: About, language: Language): string {
  const t = texts(language);
  if (!act) return t(link.kind === 'correction' ? 'about-result' : 'about-late');
  return t('about-act', { act: act.past[language], date: formatDate(language, act.at) });
}

function FileUntil(
  props: Required<Pick<About, 'link'>> & {
    remedy: NonNullable<About['remedy']>;
    now: Date;
    language: Language;
  },
) {
  const { remedy, link, now, language } = props;
  const until = (link.remote && remedy.remoteUntil) || remedy.until;
  if (!until) return null;
  const day = formatDate(language, lastDayOf(until));
  const t = texts(language);
  return now < until ? (
    <p>{t('file-until', { day })}</p>
  ) : (
    <WarningText>{t('too-late', { day })}</WarningText>
  );
}
