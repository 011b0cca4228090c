import type { Language } from '#lib/platform';
import type { Principal } from '#lib/web';
import { texts as assignmentTexts } from '../assignment/texts.js';
import { texts as transferTexts } from '../transfer/texts.js';
import { whyNeverTransferred } from '../transfer/why-not-transfer.js';
import { rolesAt } from './officer-roles.js';
import type { CaseFile } from './read-case.js';

interface HandlingLinksProps {
  file: CaseFile;
  reader: Principal;
  /** Whether the reader can say whose it is. */
  assignable: boolean;
  language: Language;
}

/** Whose the application is and which agency's, for officers who have a say in it while there is something to decide. */
export function HandlingLinks({ file, reader, assignable, language }: HandlingLinksProps) {
  const { application, revision } = file;
  const handles = rolesAt(reader, application.agencyId).length > 0;
  const links: [string, string][] = [];
  if (assignable) links.push(['assignment', assignmentTexts(language)('change')]);
  if (handles && !whyNeverTransferred(revision.definition, application))
    links.push(['transfer', transferTexts(language)('link')]);
  if (links.length === 0) return null;
  return (
    <p>
      {links.map(([where, words], index) => (
        <>
          {index > 0 && ' · '}
          <a href={`/applications/${application.id}/${where}`}>{words}</a>
        </>
      ))}
    </p>
  );
}
