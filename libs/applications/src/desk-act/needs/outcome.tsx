import { Radios, Textarea, textIn } from '#lib/web';
import { texts } from '../texts.js';
import { errorOf, longestText, type NeedPart } from './need-part.js';

const outcomes = ['grant', 'refuse'] as const;

/** Whether to grant what was applied for, and what the applicant is told: a refusal is never without words. */
export const outcome: NeedPart = {
  Fields(props) {
    const { body, language } = props;
    const t = texts(language);
    return (
      <>
        <Radios
          small
          name="outcome"
          legend={t('outcome')}
          legendSize="s"
          options={outcomes.map((value) => ({ value, text: t(`outcome-${value}`) }))}
          value={textIn(body, 'outcome')}
          error={errorOf(props, 'outcome')}
        />
        <Textarea
          name="text"
          label={t('text')}
          labelSize="s"
          hint={t('text-hint')}
          value={textIn(body, 'text')}
          error={errorOf(props, 'text')}
        />
      </>
    );
  },
  read(body) {
    const chosen = outcomes.find((value) => value === textIn(body, 'outcome'));
    const text = textIn(body, 'text');
    const errors = [
      ...(chosen ? [] : [{ id: 'outcome', code: 'outcome-missing' as const }]),
      ...(chosen === 'refuse' && text === '' ? [{ id: 'text', code: 'refusal-text-missing' as const }] : []),
      ...(text.length > longestText
        ? [{ id: 'text', code: 'text-too-long' as const, facts: { longest: longestText } }]
        : []),
    ];
    return { details: { ...(chosen && { outcome: chosen }), ...(text !== '' && { text }) }, errors };
  },
};
