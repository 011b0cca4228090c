import { Textarea, textIn } from '#lib/web';
import { texts } from '../texts.js';
import { errorOf, longestText, type NeedPart } from './need-part.js';

/** Why, in the officer's own words. */
export const reason: NeedPart = {
  Fields(props) {
    const { transition, body, language } = props;
    const t = texts(language);
    // With a legal ground it is a decision for the applicant; without, it is between officers.
    const toApplicant = transition.needs?.includes('ground');
    return (
      <Textarea
        name="reason"
        label={t('reason')}
        labelSize="s"
        hint={t(toApplicant ? 'reason-hint-applicant' : 'reason-hint-internal')}
        value={textIn(body, 'reason')}
        error={errorOf(props, 'reason')}
      />
    );
  },
  read(body) {
    const text = textIn(body, 'reason');
    if (text === '') return { details: {}, errors: [{ id: 'reason', code: 'reason-missing' }] };
    if (text.length > longestText)
      return {
        details: {},
        errors: [{ id: 'reason', code: 'text-too-long', facts: { longest: longestText } }],
      };
    return { details: { reason: text }, errors: [] };
  },
};
