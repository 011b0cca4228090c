import type { Language } from '#lib/platform';
import type { Principal } from '#lib/web';
import { isDecided } from '../application/is-decided.js';
import { mayAssign } from '../assignment/assign.js';
import { handlingRole } from '../assignment/handling-role.js';
import { texts as assignmentTexts } from '../assignment/texts.js';
import { texts as transferTexts } from '../transfer/texts.js';
import { whyNeverTransferred } from '../transfer/why-not-transfer.js';
import { rolesAt } from './officer-roles.js';
import type { CaseFile } from './read-case.js';

/** Whose the application is and which agency's, for officers who have a say in it while there is something to decide. */
export function HandlingLinks({
  file: { application, revision },
  reader,
  language,
}: {
  file: CaseFile;
  reader: Principal;
  language: Language;
}) {
  const { definition } = revision;
  const { agencyId, assignedTo, id } = application;
  const roles = rolesAt(reader, agencyId);
  const hasSay =
    mayAssign(reader, agencyId) ||
    assignedTo === reader.id ||
    roles.includes(handlingRole(definition.workflow));
  const links: [string, string][] = [];
  if (hasSay && !isDecided(application)) links.push(['assignment', assignmentTexts(language)('change')]);
  if (roles.length > 0 && !whyNeverTransferred(definition, application))
    links.push(['transfer', transferTexts(language)('link')]);
  if (links.length === 0) return null;
  return (
    <p>
      {links.map(([where, words], index) => (
        <>
          {index > 0 && ' · '}
          <a href={`/applications/${id}/${where}`}>{words}</a>
        </>
      ))}
    </p>
  );
}
