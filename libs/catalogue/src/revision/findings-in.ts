import type { Tx } from '#lib/platform';
import { checkChildren } from '../definition/check-children.js';
import { checkDefinition } from '../definition/check-definition.js';
import type { Finding } from '../definition/finding.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
import { definitionsOpened } from './definitions-opened.js';

/** What is wrong with a definition, also beside those it opens, as they are in force at an instant. */
export async function findingsIn(tx: Tx, definition: ServiceDefinition, now: Date): Promise<Finding[]> {
  const opened = definition.children ? await definitionsOpened(tx, definition, now) : new Map();
  return [...checkDefinition(definition), ...checkChildren(definition, opened)];
}
