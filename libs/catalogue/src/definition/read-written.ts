import { checkShape, expandForm } from '#lib/forms';
import { ConfigError, parseYaml } from '#lib/platform';
import { checkWorkflow, type WorkflowDefinition, withWords } from '#lib/workflow';
import { checkDefinition } from './check-definition.js';
import type { Finding } from './finding.js';
import { likeAnother, type WrittenService } from './like-another.js';
import { namedWorkflow, shippedDefinition, shippedWorkflows } from './load-definitions.js';
import type { ServiceDefinition } from './service-definition.js';
import { serviceSchema } from './service-schema.js';
import { unreadable } from './unreadable.js';

/** What a file holds, as far as it can be read, and what is wrong with it. */
export interface Written {
  /** A workflow, or a whole service with its workflow and form filled in; undefined where it is neither. */
  definition: WorkflowDefinition | ServiceDefinition | undefined;
  findings: Finding[];
}

/** Many times the longest that ships. */
const mostCharacters = 1_000_000;

/**
 * Reads a definition as somebody wrote it in YAML, a workflow or a whole service, and checks it. Takes any text: what
 * cannot be read is a finding like any other.
 */
export function readWritten(text: string): Written {
  if (text.length > mostCharacters) return refused('too-large', { most: '1 MB' });
  try {
    const data: unknown = parseYaml(text);
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return refused('neither');
    return 'workflow' in data
      ? readService(data as WrittenService)
      : readWorkflow(data as WorkflowDefinition);
  } catch (error) {
    // The stack is over where values are nested too deeply; anything else is a fault of ours, and none of the text.
    if (!(error instanceof ConfigError || error instanceof RangeError)) throw error;
    return { definition: undefined, findings: [unreadable(error.cause)] };
  }
}

function readWorkflow(written: WorkflowDefinition): Written {
  const findings = checkWorkflow(written);
  return { definition: findings.length > 0 ? undefined : withWords(written), findings };
}

function readService(data: WrittenService): Written {
  const base = data.like === undefined ? undefined : shippedDefinition(data.like);
  if (data.like !== undefined && !base)
    return {
      definition: undefined,
      findings: [{ path: 'like', code: 'child-unknown', facts: { code: String(data.like) } }],
    };
  const written = likeAnother(data, base);
  const misshapen = checkShape(serviceSchema, written).map(({ path, facts, ...one }) => ({
    ...one,
    path: path.slice(1),
    facts: facts as Record<string, string>,
  }));
  if (misshapen.length > 0) return { definition: undefined, findings: misshapen };
  const named: unknown = written.workflow;
  const known = typeof named === 'string' && shippedWorkflows().some(({ id }) => id === named);
  if (typeof named === 'string' && !known)
    return {
      definition: undefined,
      findings: [{ path: 'workflow', code: 'workflow-unknown', facts: { named } }],
    };
  const workflow = known ? namedWorkflow(named) : (written.workflow as WorkflowDefinition);
  const shape = checkWorkflow(workflow);
  if (shape.length > 0)
    return {
      definition: undefined,
      findings: shape.map((one) => ({ ...one, path: `workflow.${one.path}` })),
    };
  const definition = { ...written, workflow: withWords(workflow) };
  const findings = checkDefinition(definition);
  if (findings.length > 0) return { definition: undefined, findings };
  return { definition: { ...definition, form: expandForm(definition.form) }, findings };
}

function refused(code: string, facts: Finding['facts'] = {}): Written {
  return { definition: undefined, findings: [{ path: '', code, facts }] };
}
