import { type Finding, finding } from './finding.js';

const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Names travel in paths, routes and rows: kebab-case only. */
export function checkName(path: string, name: string): Finding[] {
  return kebabCase.test(name) ? [] : [finding(path, 'name-malformed', { name })];
}
