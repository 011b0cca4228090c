import { linkKindOf } from '#lib/catalogue';
import type { Language } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import type { LinkedIn } from './linked-in.js';
import { LinkedNote } from './linked-note.js';
import { texts } from './texts.js';

/** What was filed about an application, and the way to file more. */
export function LinksNote(props: { links: LinkedIn; application: Application; language: Language }) {
  const { links, application, language } = props;
  const t = texts(language);
  return (
    <>
      <LinkedNote linked={links.linked} language={language} />
      {links.remedies && (
        <p>
          <a href={`/applications/${application.id}/remedies`}>
            {t(linkKindOf(application.code) === 'complaint' ? 'link-appeal' : 'link')}
          </a>
        </p>
      )}
    </>
  );
}
