import { dueFrom, type OfficeHours, vietnamCalendar } from '#lib/calendar';
import type { Agency } from '#lib/organisations';
import type { Localised } from '#lib/platform';
import type { Silence, TransitionDefinition } from '#lib/workflow';

/** What an act that consults says, as its event keeps it. */
export interface Asked {
  agencies: { id: string; name: Localised }[];
  question: string;
  /** Until when they have time, as an ISO instant. */
  dueAt: string;
  /** What their silence means after that. */
  silence: Silence;
}

export type AskingError = 'agencies-missing' | 'too-many-agencies' | 'question-missing' | 'question-too-long';

export const mostAgencies = 10;
export const longestQuestion = 4000;

/** What is wrong with who is asked what, if anything. */
export function askingErrors(agencies: Agency[], question: string): AskingError[] {
  const errors: AskingError[] = [];
  if (agencies.length === 0) errors.push('agencies-missing');
  if (agencies.length > mostAgencies) errors.push('too-many-agencies');
  if (question === '') errors.push('question-missing');
  if (question.length > longestQuestion) errors.push('question-too-long');
  return errors;
}

/** The rule of a transition. ASSUMPTION where it says none: five working days, and silence means nothing. */
export function ruleOf({ consultation }: TransitionDefinition) {
  return consultation ?? { within: { workingDays: 5 }, silence: 'is-awaited' as const };
}

/** The question to some agencies, with the time they have from now on by the hours of the agency that asks. */
export function askedNow(
  transition: TransitionDefinition,
  { agencies, question, now, hours }: { agencies: Agency[]; question: string; now: Date; hours: OfficeHours },
): Asked {
  const { within, silence } = ruleOf(transition);
  const due = dueFrom({ ...within, onSupplement: 'suspend' }, now, vietnamCalendar, hours);
  return {
    agencies: agencies.map(({ id, nameVi: vi, nameEn: en, nameFr: fr }) => ({ id, name: { vi, en, fr } })),
    question,
    dueAt: due.at.toISOString(),
    silence,
  };
}
