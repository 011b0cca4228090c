import { revisionById } from '#lib/catalogue';
import type { Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import { activeStates } from './active-states.js';
import type { Deadlines } from './deadline-write.js';

/** The deadlines of the steps an application stands in, which an act beside the workflow leaves as they are. */
export async function keptSteps(
  tx: Tx,
  { revisionId, state }: Pick<Application, 'revisionId' | 'state'>,
): Promise<Deadlines['keep']> {
  const { definition } = await revisionById(tx, revisionId);
  return activeStates(definition.workflow, state)
    .filter((active) => active.state.deadline !== undefined)
    .map(({ path }) => ({ kind: 'step', path }));
}
