import type { ProcedureFacts } from '../import/procedure-facts.js';
import { workflowOf } from './procedure-workflows.js';
import { plainResult } from './result-template.js';
import { responsibleFor } from './responsible-for.js';
import type { ServiceDefinition } from './service-definition.js';
import { neededWhen, paperId, standardForm } from './standard-form.js';
import { deadlineOf, feeOf, timesOf } from './standard-terms.js';
import { standardTexts } from './standard-texts.js';

/** ASSUMPTION: what nobody defined otherwise is filed by whom the register knows. */
export const standardAssurance = 1;

/**
 * The definition of a procedure nobody wrote one for, made of the facts of the national catalogue: the applicant's
 * data, what is asked for, the listed papers as uploads, the stated deadline, the standard one-stop workflow unless its
 * steps are known to be others.
 */
export function standardDefinition(facts: ProcedureFacts): ServiceDefinition {
  const responsible = responsibleFor(facts);
  const { authority, body } = responsible;
  const { workflow, sources } = workflowOf(facts.code);
  const deadline = deadlineOf(facts);
  const result = facts.results[0]?.name;
  return {
    code: facts.code,
    title: { vi: facts.title },
    field: facts.fieldSlug,
    authority,
    ...(body && { body }),
    ...(authority === 'ministry' ? { ministry: facts.ministry } : { route: 'filingPlace' }),
    online: 'partial',
    assurance: standardAssurance,
    applicants: facts.applicants,
    ...(deadline && { deadline }),
    fee: feeOf(facts),
    papers: facts.papers.map((paper, index) => ({
      id: paperId(index),
      title: { vi: paper.name },
      required: false,
      ...neededWhen(paper, facts.cases),
    })),
    form: standardForm(facts, authority),
    workflow,
    result: { title: result ? { vi: result } : standardTexts.result, template: plainResult },
    sources: [...(facts.source ? [facts.source] : []), ...sources],
    assumptions: [
      'Made from the facts of the national catalogue: papers are optional because their conditions are not stated as data.',
      'A request for supplements restarts the clock (Decree 61/2018, art 19(4)).',
      ...responsible.assumptions,
      ...(timesOf(facts).length > 1
        ? ['Of several times stated for different cases the longest counts.']
        : []),
    ],
  };
}
