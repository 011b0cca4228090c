import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { expandForm } from '#lib/forms';
import { type LocalisedName, projectRoot } from '#lib/platform';
import { type WorkflowDefinition, withWords } from '#lib/workflow';
import { likeAnother, type WrittenService } from './like-another.js';
import type { ServiceDefinition } from './service-definition.js';

const definitions = new Map<string, ServiceDefinition>();
const workflows = new Map<string, WorkflowDefinition>();

/**
 * The definition written by hand that the product ships for a procedure, its named workflow and the blocks and shared
 * lists of its form filled in. Its file is named by the code and read when first asked for: reading all of them at once
 * is slow.
 */
export function shippedDefinition(code: string): ServiceDefinition | undefined {
  return read(definitions, 'procedures', code, whole);
}

function whole(written: WrittenService): ServiceDefinition {
  const base = written.like === undefined ? undefined : shippedDefinition(written.like);
  if (written.like !== undefined && !base)
    throw new Error(`${written.code} is like ${written.like}, which nobody wrote`);
  const { workflow, form, ...rest } = likeAnother(written, base);
  return {
    ...rest,
    form: expandForm(form),
    workflow: typeof workflow === 'string' ? namedWorkflow(workflow) : withWords(workflow),
  };
}

/** The definition that ships for a procedure as it is written, comments and all. */
export function shippedText(code: string): string | undefined {
  return names('procedures').has(code) ? readFileSync(pathOf(`procedures/${code}.yaml`), 'utf8') : undefined;
}

/** All definitions that ship. */
export function shippedDefinitions(): ServiceDefinition[] {
  return [...names('procedures')].flatMap((code) => shippedDefinition(code) ?? []);
}

/** Codes of all definitions that ship. */
export function shippedCodes(): string[] {
  return [...names('procedures')];
}

const titleLines = /^title:[^\n]*\n(?:[ \t]+[^\n]*\n)*/m;

/** What shipped definitions call their procedures, by code; parts of others aside. Reads no more than that of each. */
export function shippedTitles(): Map<string, LocalisedName> {
  const found = new Map<string, LocalisedName>();
  for (const code of shippedCodes()) {
    const text = readFileSync(pathOf(`procedures/${code}.yaml`), 'utf8');
    const lines = /^partOf:/m.test(text) ? undefined : titleLines.exec(text)?.[0];
    if (lines) found.set(code, (parse(lines) as { title: LocalisedName }).title);
  }
  return found;
}

/** A workflow that definitions name, such as `standard`, with all its words. A fault if there is none of that name. */
export function namedWorkflow(id: string): WorkflowDefinition {
  const found = read(workflows, 'workflows', id, (written: WorkflowDefinition) => withWords(written));
  if (!found) throw new Error(`No workflow is named ${id}`);
  return found;
}

/** All workflows that ship. */
export function shippedWorkflows(): WorkflowDefinition[] {
  return [...names('workflows')].map(namedWorkflow);
}

/** A file of this lib that ships, by its path without the ending. */
export function yamlNamed(name: string): unknown {
  return parse(readFileSync(pathOf(`${name}.yaml`), 'utf8'));
}

const folders = new Map<string, Set<string>>();

function names(folder: string): Set<string> {
  const found = folders.get(folder) ?? namesIn(pathOf(folder));
  folders.set(folder, found);
  return found;
}

function namesIn(path: string): Set<string> {
  const files = readdirSync(path).filter((name) => name.endsWith('.yaml') && !name.endsWith('.example.yaml'));
  return new Set(files.map((name) => basename(name, '.yaml')));
}

function read<Data, Made>(
  known: Map<string, Made>,
  folder: string,
  name: string,
  make: (data: Data) => Made,
): Made | undefined {
  if (!names(folder).has(name)) return undefined;
  const found =
    known.get(name) ?? make(parse(readFileSync(join(pathOf(folder), `${name}.yaml`), 'utf8')) as Data);
  known.set(name, found);
  return found;
}

function pathOf(folder: string): string {
  return join(projectRoot(), 'libs/catalogue', folder);
}
