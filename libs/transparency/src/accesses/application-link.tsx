import type { ApplicationName } from '#lib/applications';
import { type Language, say } from '#lib/platform';

/** An application by number and title. */
export function applicationWords({ number, title }: ApplicationName, language: Language): string {
  return `${number} · ${say(title, language)}`;
}

/** The same, as a link where the reader has a page about it. */
export function ApplicationLink({
  id,
  application,
  language,
}: {
  id: string | null;
  application: ApplicationName;
  language: Language;
}) {
  const name = applicationWords(application, language);
  return application.readable ? <a href={`/applications/${id}`}>{name}</a> : <>{name}</>;
}
