import type { PageDefinition } from '#lib/forms';
import { inEveryLanguage, say } from '#lib/platform';
import { namedWorkflow } from '../definition/load-definitions.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
import { applicantPage } from '../definition/standard-form.js';
import { correctionPages } from './correction-pages.js';
import { type LinkKind, linkKinds, linkedTemplate } from './linked-template.js';

/**
 * The definition by which something is filed about an application of a procedure: on a code of its own
 * (`complaint.1.001193`), in the field of that procedure and open to its applicants, so that a mandate over the field
 * covers it. Nobody starts one without the application it is about: no catalogue lists it.
 */
export function linkedDefinition(kind: LinkKind, about: ServiceDefinition): ServiceDefinition {
  const { title, workflow, deadline, pages, result, sources, assumptions } = linkedTemplate(kind);
  const procedure = procedureOf(about.code);
  const named = kind === 'correction' ? correctionPages(about) : { pages: [] };
  return {
    code: `${kind}.${procedure}`,
    title: inEveryLanguage((language) =>
      title[language].replace('{{procedure}}', say(about.title, language)),
    ),
    field: about.field,
    authority: 'linked',
    ...(about.ministry && { ministry: about.ministry }),
    online: 'full',
    assurance: about.assurance,
    ...(about.freshMinutes !== undefined && { freshMinutes: about.freshMinutes }),
    applicants: about.applicants,
    ...(about.representation && { representation: about.representation }),
    deadline,
    fee: { amountDong: 0 },
    papers: [],
    form: {
      pages: [filerPage(), ...named.pages, ...pages],
      ...(named.lists && { lists: named.lists }),
    },
    workflow: namedWorkflow(workflow),
    result: { title: result },
    sources,
    assumptions,
  };
}

/** As what an application of this code was filed about another; undefined for one that stands by itself. */
export function linkKindOf(code: string): LinkKind | undefined {
  return linkKinds.find((kind) => code.startsWith(`${kind}.`));
}

/** Who files it, under names of their own: those of the procedure are those of its result. */
function filerPage(): PageDefinition {
  const page = applicantPage();
  return {
    ...page,
    fields: page.fields.map((field) => ({
      ...field,
      id: named(field.id),
      ...(field.when && 'eq' in field.when && { when: { eq: [named(field.when.eq[0]), field.when.eq[1]] } }),
    })) as PageDefinition['fields'],
  };
}

const named = (id: string) => `filer${id.charAt(0).toUpperCase()}${id.slice(1)}`;

/** The procedure a code is about in the end. */
function procedureOf(code: string): string {
  const kind = linkKindOf(code);
  return kind ? procedureOf(code.slice(kind.length + 1)) : code;
}
