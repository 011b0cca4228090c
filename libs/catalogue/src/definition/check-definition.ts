import { checkDeadlineRule } from '#lib/calendar';
import { checkForm, expandForm, fieldsOf, innerFields } from '#lib/forms';
import { hasAgencies } from '#lib/organisations';
import { checkWorkflow } from '#lib/workflow';
import { checkResult } from './check-result.js';
import { checkTerms } from './check-terms.js';
import type { Finding } from './finding.js';
import type { ServiceDefinition } from './service-definition.js';

/**
 * What is wrong with a definition as it is written; one that has findings is not published. What refers to the form is
 * looked at once the form is right.
 */
export function checkDefinition(written: ServiceDefinition): Finding[] {
  const inForm = checkForm(written.form).map((finding) => within('form', finding));
  const definition = inForm.length > 0 ? undefined : { ...written, form: expandForm(written.form) };
  return [...inForm, ...checkApart(written), ...(definition ? checkAgainstForm(definition) : [])];
}

function checkApart(definition: ServiceDefinition): Finding[] {
  return [
    ...checkWorkflow(definition.workflow).map((finding) => within('workflow', finding)),
    ...(definition.deadline ? checkDeadlineRule(definition.deadline) : []).map((finding) =>
      within('deadline', finding),
    ),
    ...checkDeadlineCases(definition),
    ...checkAssurance(definition),
    ...checkFormerDays(definition),
    ...checkRepresentation(definition),
  ];
}

function checkAgainstForm(definition: ServiceDefinition): Finding[] {
  return [
    ...checkRoute(definition),
    ...checkAgencyFields(definition),
    ...checkTerms(definition),
    ...checkResult(definition),
  ];
}

/** Types of fields whose answer says a place. */
const routes = new Set<string>(['address', 'agency', 'select']);

function checkRoute({ authority, route, ministry, form }: ServiceDefinition): Finding[] {
  if (authority === 'ministry')
    return ministry ? [] : [{ path: 'ministry', code: 'authority-without-ministry', facts: {} }];
  if (authority === 'linked') return [];
  const field = fieldsOf(form).find(({ id }) => id === route);
  if (field && routes.has(field.type)) return [];
  return [{ path: 'route', code: 'route-is-no-place', facts: { route: route ?? '' } }];
}

/** Nobody is asked to choose among agencies that there are not. */
function checkAgencyFields({ form }: ServiceDefinition): Finding[] {
  return fieldsOf(form)
    .flatMap((field) => [field, ...innerFields(field)])
    .flatMap((field) =>
      field.type !== 'agency' || hasAgencies(field.authority, field.body)
        ? []
        : [{ path: `form.${field.id}`, code: 'no-such-agencies', facts: { body: field.body ?? '' } }],
    );
}

/** Each case has a rule that can be counted and a name of its own, and what is none of them has a time too. */
function checkDeadlineCases({ deadline, deadlineCases = [] }: ServiceDefinition): Finding[] {
  const ids = deadlineCases.map(({ id }) => id);
  const inCases = deadlineCases.flatMap(({ id, deadline: rule }, index) => [
    ...checkDeadlineRule(rule).map((finding) => within(`deadlineCases.${index}.deadline`, finding)),
    ...(ids.indexOf(id) < index
      ? [{ path: `deadlineCases.${index}.id`, code: 'deadline-case-twice', facts: { id } }]
      : []),
  ]);
  if (deadline || deadlineCases.length === 0) return inCases;
  return [...inCases, { path: 'deadlineCases', code: 'deadline-cases-of-nothing', facts: {} }];
}

/** Less than a minute nobody can keep; more than a session can last means nothing. */
function checkAssurance({ assurance, freshMinutes }: ServiceDefinition): Finding[] {
  const fresh =
    freshMinutes === undefined ||
    (Number.isInteger(freshMinutes) && freshMinutes >= 1 && freshMinutes <= 720);
  return [
    ...([0, 1, 2].includes(assurance) ? [] : [{ path: 'assurance', code: 'unknown-assurance', facts: {} }]),
    ...(fresh ? [] : [{ path: 'freshMinutes', code: 'freshness-not-in-minutes', facts: {} }]),
  ];
}

/** Whole days, a year at most. */
function checkFormerDays({ formerRevisionDays: days = 0 }: ServiceDefinition): Finding[] {
  if (Number.isInteger(days) && days >= 0 && days <= 365) return [];
  return [{ path: 'formerRevisionDays', code: 'former-days-wrong', facts: { days: String(days) } }];
}

/** Nobody is let in by a word that nothing knows. */
function checkRepresentation({ representation }: ServiceDefinition): Finding[] {
  return Object.entries(representation ?? {})
    .filter(
      ([who, may]) =>
        !((who === 'spouse' && typeof may === 'boolean') || (who === 'parent' && may === false)),
    )
    .map(([who]) => ({ path: `representation.${who}`, code: 'unknown-representation', facts: { who } }));
}

function within(
  part: string,
  finding: { path: string; code: string; facts?: Record<string, unknown> },
): Finding {
  const facts = Object.fromEntries(
    Object.entries(finding.facts ?? {}).map(([name, fact]) => [name, String(fact)]),
  );
  // A form says places as JSON Pointers, which begin with their own separator.
  const path = `${part}${finding.path.startsWith('/') ? '' : '.'}${finding.path}`;
  return { path, code: finding.code, facts };
}
