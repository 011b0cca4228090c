import type { Localised } from '#lib/platform';
import { yamlNamed } from '../definition/load-definitions.js';
import { foldForSearch } from '../search/fold.js';

/** A question and its answers; each leads to a procedure or to another question. */
export interface Choosing {
  ask: Localised;
  hint?: Localised;
  answers: ChoiceAnswer[];
}

export type ChoiceAnswer = { id: string; label: Localised } & ({ to: string } | Choosing);

/** A few questions that lead to the procedure somebody needs (`data/choices.yaml`). */
export interface Choice extends Choosing {
  id: string;
  title: Localised;
  about: string[];
  events: string[];
}

let known: Choice[] | undefined;

export function choices(): Choice[] {
  known ??= (yamlNamed('data/choices') as { choices: Choice[] }).choices;
  return known;
}

/** Those that help whoever asks for this: of an event of life, or about what somebody typed; two at most. */
export function choicesFor({ words, event }: { words: string; event?: string | undefined }): Choice[] {
  const asked = ` ${foldForSearch(words)} `;
  return choices()
    .filter(
      ({ about, events }) =>
        (event !== undefined && events.includes(event)) || about.some((word) => asked.includes(` ${word} `)),
    )
    .slice(0, 2);
}

export interface ReachedChoice {
  /** Ids of the answers given. */
  given: string[];
  next: { question: Choosing } | { to: string };
}

/** Where answers lead, as far as they are known; what is not stays unanswered. */
export function follow(choice: Choice, answers: string[]): ReachedChoice {
  let question: Choosing = choice;
  const given: string[] = [];
  for (const id of answers) {
    const answer = question.answers.find((each) => each.id === id);
    if (!answer) break;
    given.push(id);
    if ('to' in answer) return { given, next: { to: answer.to } };
    question = answer;
  }
  return { given, next: { question } };
}
