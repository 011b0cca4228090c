import type { Language } from '#lib/platform';
import { actorWords } from '../check/finding-words.js';
import { doneEvent, type Term, termUnits, transitionsOn } from '../workflow-definition.js';
import type { StateDefinition } from '../workflow-definition.js';
import type { Move } from './reading-order.js';
import { texts } from './texts.js';

/** What happens, as the button says it, or the history where the system has no button. */
export function actWords({ event, transition }: Move, language: Language): string {
  if (event === doneEvent) return texts(language)('when-done');
  return transition.label?.[language] ?? transition.past?.[language] ?? event;
}

/** Who may do it; nobody sends the end of the parts inside. */
export function whoWords({ event, transition }: Move, language: Language): string {
  if (event === doneEvent) return '';
  return transition.by.map((actor) => actorWords(actor, language)).join(', ');
}

/** The time for a step, and what the clock does when it is over; `around` may hold the event. */
export function deadlineWords(
  state: StateDefinition,
  around: StateDefinition[],
  language: Language,
): string | undefined {
  if (!state.deadline) return undefined;
  const { within, send } = state.deadline;
  const sent = [state, ...around].flatMap((one) => transitionsOn(one, send))[0];
  return texts(language)('then', {
    term: termWords(within, language),
    act: sent?.label?.[language] ?? sent?.past?.[language] ?? send,
  });
}

function termWords(term: Term, language: Language): string {
  const amounts: Partial<Record<(typeof termUnits)[number], number>> = term;
  const unit = termUnits.find((one) => amounts[one] !== undefined);
  return unit ? texts(language)(unit, { count: amounts[unit] }) : '';
}
