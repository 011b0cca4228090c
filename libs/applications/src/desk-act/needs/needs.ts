import type { Need, TransitionDefinition } from '#lib/workflow';
import type { CaseFile } from '../../case-file/read-case.js';
import { ground } from './ground.js';
import { items } from './items.js';
import type { NeedPart, NeedReading } from './need-part.js';
import { outcome } from './outcome.js';
import { reason } from './reason.js';

/** In the order they are asked. A passkey is not typed: it signs what the others say. */
const parts: [Need, NeedPart][] = [
  ['items', items],
  ['outcome', outcome],
  ['reason', reason],
  ['ground', ground],
];

/** What a transition asks an officer to type. */
export function typedNeeds({ needs = [] }: TransitionDefinition): NeedPart[] {
  return parts.filter(([need]) => needs.includes(need)).map(([, part]) => part);
}

/** Reads all that a transition needs from a posted body. */
export function readNeeds(transition: TransitionDefinition, body: unknown, file: CaseFile): NeedReading {
  const readings = typedNeeds(transition).map((part) => part.read(body, file));
  return {
    details: Object.assign({}, ...readings.map(({ details }) => details)) as Record<string, unknown>,
    errors: readings.flatMap(({ errors }) => errors),
  };
}
