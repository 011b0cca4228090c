import { usualOfficeHours } from '#lib/calendar';
import { choicesOf, type FieldDefinition, inputsOf } from '#lib/forms';
import type { Need, TransitionDefinition } from '#lib/workflow';
import { actForm } from '../act-form/act-form.js';
import { readActForm } from '../act-form/read-act-form.js';
import { askedNow } from '../consultation/read-asking.js';
import type { WalkedApplication } from './walked-application.js';

/**
 * What whoever sends a transition says along with it: everything it asks for, made up and read like what is posted.
 * Another `turn` gives other answers.
 */
export function answerAct(
  walked: WalkedApplication,
  transition: TransitionDefinition,
  turn: number,
): Record<string, unknown> {
  const { needs = [] } = transition;
  const given = needs.map((need) => answers[need](walked, transition, turn));
  const { details } = readActForm(walked.platform, transition, typed(transition, turn), true);
  return Object.assign({}, ...given, details) as Record<string, unknown>;
}

type Answer = (walked: WalkedApplication, one: TransitionDefinition, turn: number) => Record<string, unknown>;

const answers: Record<Need, Answer> = {
  reason: () => ({ reason: 'Đủ điều kiện.' }),
  ground: () => ({ ground: 'Điều 1.' }),
  items: () => ({ items: [{ kind: 'other', title: 'Bản sao', reason: 'Còn thiếu.' }] }),
  outcome: (_, __, turn) => ({ outcome: turn % 2 === 0 ? 'grant' : 'refuse' }),
  passkey: () => ({ evidence: { kind: 'walk' } }),
  agency: ({ others }) => ({ agency: others[0]?.agency.id }),
  agencies: ({ others, clock }, transition) => ({
    ...askedNow(transition, {
      agencies: others.map(({ agency }) => agency),
      question: 'Quý cơ quan có ý kiến gì?',
      now: clock.now(),
      hours: usualOfficeHours,
    }),
  }),
};

/** A posted body that answers the form of an act. */
function typed(transition: TransitionDefinition, turn: number): Record<string, string> {
  const form = actForm(transition);
  const fields = form?.pages.flatMap((page) => page.fields) ?? [];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const choices = form ? choicesOf('vi', form, field, {}) : [];
      const chosen = choices[turn % Math.max(1, choices.length)]?.value;
      const inputs = inputsOf(field);
      return inputs.map((input, index) => [input, chosen ?? plausible[field.type]?.[index] ?? 'Đi thử']);
    }),
  );
}

const plausible: Partial<Record<FieldDefinition['type'], string[]>> = {
  address: ['01', '00004', '5'],
  agency: ['01', '00004'],
  date: ['20', '11', '2026'],
  email: ['an@example.vn'],
  'former-address': ['01', '001', '00001', '', '5'],
  'id-number': ['001190012345'],
  money: ['50000'],
  name: ['Lê An'],
  number: ['1'],
  'partial-date': ['', '', '1998'],
  phone: ['0912345678'],
  'yes-no': ['yes'],
};
