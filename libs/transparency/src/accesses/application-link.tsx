import type { ApplicationName } from '#lib/applications';
import { type Language, say } from '#lib/platform';

/** An application by number and title, as a link where the reader has a page about it. */
export function ApplicationLink({
  id,
  application: { number, title, readable },
  language,
}: {
  id: string | null;
  application: ApplicationName;
  language: Language;
}) {
  const name = `${number} · ${say(title, language)}`;
  return readable ? <a href={`/applications/${id}`}>{name}</a> : <>{name}</>;
}
