import { agencyName } from '#lib/organisations';
import { type Language, say } from '#lib/platform';
import { CodeText, InsetText } from '#lib/web';
import type { Belonging } from './part-view.js';
import { texts } from './texts.js';

/** To whoever reads a part: which application it belongs to. */
export function WholeNote({ of, language }: { of: Belonging; language: Language }) {
  const { whole, undoes } = of;
  if (!whole) return null;
  const t = texts(language);
  const { application, definition, agency, mayOpen } = whole;
  const number = <CodeText>{application.number}</CodeText>;
  return (
    <InsetText>
      {t('part-of')} {mayOpen ? <a href={`/applications/${application.id}`}>{number}</a> : number} (
      {say(definition.title, language)}), {t('part-of-at', { agency: agencyName(agency, language) })}.
      {undoes && <> {t('part-undoes', { part: say(undoes, language) })}</>}
    </InsetText>
  );
}
