import type { Actor, TransitionDefinition, WorkflowDefinition } from './workflow-definition.js';

/**
 * Whether someone who is each of `actors` may do this. Definitions older than the word for representatives, which have
 * no title, mean them by `citizen`.
 */
export function mayTake(
  { title }: Partial<Pick<WorkflowDefinition, 'title'>>,
  { by = [] }: Partial<Pick<TransitionDefinition, 'by'>>,
  actors: readonly Actor[],
): boolean {
  return by.some(
    (one) =>
      actors.includes(one) ||
      (!title && one === 'citizen' && actors.some((actor) => actor === 'representative')),
  );
}
