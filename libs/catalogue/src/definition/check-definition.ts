import { checkForm, fieldsOf } from '#lib/forms';
import { checkWorkflow } from '#lib/workflow';
import { checkResult } from './check-result.js';
import type { Finding } from './finding.js';
import type { ServiceDefinition } from './service-definition.js';

/** What is wrong with a definition; one that has findings is not published. */
export function checkDefinition(definition: ServiceDefinition): Finding[] {
  return [
    ...checkForm(definition.form).map((finding) => within('form', finding)),
    ...checkWorkflow(definition.workflow).map((finding) => within('workflow', finding)),
    ...checkRoute(definition),
    ...checkResult(definition),
  ];
}

function checkRoute({ authority, route, ministry, form }: ServiceDefinition): Finding[] {
  if (authority === 'ministry')
    return ministry ? [] : [{ path: 'ministry', code: 'authority-without-ministry', facts: {} }];
  const field = fieldsOf(form).find(({ id }) => id === route);
  if (field && (field.type === 'address' || field.type === 'select')) return [];
  return [{ path: 'route', code: 'route-is-no-place', facts: { route: route ?? '' } }];
}

function within(
  part: string,
  finding: { path: string; code: string; facts?: Record<string, unknown> },
): Finding {
  const facts = Object.fromEntries(
    Object.entries(finding.facts ?? {}).map(([name, fact]) => [name, String(fact)]),
  );
  return { path: `${part}.${finding.path}`, code: finding.code, facts };
}
