import { formFindingWords } from '#lib/forms';
import { defineTexts, type Language } from '#lib/platform';
import type { Actor, StateValue } from '../workflow-definition.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };
import type { Finding } from './finding.js';

const texts = defineTexts({ vi, en, fr });
type Key = Parameters<ReturnType<typeof texts>>[0];

/** What is wrong and how to mend it, to a service designer; the place is the finding's `path`. */
export function findingWords({ code, facts }: Pick<Finding, 'code' | 'facts'>, language: Language): string {
  if (!Object.hasOwn(vi, code)) return code;
  const { expected, problem } = facts;
  const t = texts(language);
  return t(code as Key, {
    ...facts,
    ...(expected && { expected: t(`expected-${expected}` as Key) }),
    ...(problem && { problem: formFindingWords({ code: problem, facts }, language) }),
  });
}

/** The counter-example of a finding, a line for each step; [] where it has none. */
export function findingSteps({ steps }: Pick<Finding, 'steps'>, language: Language): string[] {
  if (!steps) return [];
  const t = texts(language);
  return [
    t('step-filed'),
    ...steps.map(({ event, by, guard, state }) =>
      t(guard ? 'step-guarded' : 'step', {
        event,
        by: by.map((actor) => actorWords(actor, language)).join(', '),
        guard,
        state: placeInWords(state),
      }),
    ),
  ];
}

/** Who somebody is to an application: `case@consulted` is the case officer of a consulted agency. */
export function actorWords(actor: Actor, language: Language): string {
  const t = texts(language);
  const [role = '', relation] = actor.split('@');
  const said = t(`actor-${role}` as Key);
  return relation ? t(`at-${relation}` as Key, { role: said }) : said;
}

function placeInWords(state: StateValue): string {
  if (typeof state === 'string') return state;
  return Object.entries(state)
    .map(([name, inner]) => `${name}.${placeInWords(inner)}`)
    .join(' + ');
}
