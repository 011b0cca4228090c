import type { Situation } from '../../situations.js';
import { systemEvents } from '../../system-events.js';
import type { WorkflowDefinition } from '../../workflow-definition.js';
import { type Finding, finding } from '../finding.js';
import { placeOfSituation } from './first-at-each.js';

/** Ways round which the system would go by itself without end. */
export function circles(definition: WorkflowDefinition, situations: Map<string, Situation>): Finding[] {
  const findings: Finding[] = [];
  const done = new Set<string>();
  const follow = (key: string, way: string[]): void => {
    if (done.has(key)) return;
    const here = situations.get(key);
    if (!here || here.final) return;
    const round = way.indexOf(key);
    if (round >= 0) {
      findings.push(finding(placeOfSituation(here), 'system-circle', {}, here.steps));
      for (const one of way.slice(round)) done.add(one);
      return;
    }
    const own = new Set(systemEvents(definition, here.state).map(({ event }) => event));
    for (const { successor, key: to } of here.next) {
      const bySystem = successor.taken.sent.every(({ by }) => by.includes('system'));
      if (bySystem && own.has(successor.event.type)) follow(to, [...way, key]);
    }
    done.add(key);
  };
  for (const key of situations.keys()) follow(key, []);
  return findings;
}
