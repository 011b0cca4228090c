import { inEveryLanguage } from '#lib/platform';
import type { FoundAct } from '../desk-act/find-act.js';
import type { ClockAct } from './clock-acts.js';
import { texts } from './texts.js';

/** An act on the clock as the pages of the workflow's own acts know acts. */
export function asTransition(act: ClockAct): FoundAct {
  const label = inEveryLanguage((language) => texts(language)(`${act}-title`));
  return {
    event: act,
    transition: { to: '', by: ['case', 'approver'], label, past: label, needs: ['reason'] },
    open: 'to-nobody',
  };
}
