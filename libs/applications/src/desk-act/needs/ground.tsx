import { Textarea, textIn } from '#lib/web';
import { texts } from '../texts.js';
import { errorOf, longestText, type NeedPart } from './need-part.js';

/** The legal ground: article, clause and the document they stand in. */
export const ground: NeedPart = {
  Fields(props) {
    const { body, language } = props;
    const t = texts(language);
    return (
      <Textarea
        name="ground"
        label={t('ground')}
        labelSize="s"
        hint={t('ground-hint')}
        rows={2}
        value={textIn(body, 'ground')}
        error={errorOf(props, 'ground')}
      />
    );
  },
  read(body) {
    const text = textIn(body, 'ground');
    if (text === '') return { details: {}, errors: [{ id: 'ground', code: 'ground-missing' }] };
    if (text.length > longestText)
      return {
        details: {},
        errors: [{ id: 'ground', code: 'text-too-long', facts: { longest: longestText } }],
      };
    return { details: { ground: text }, errors: [] };
  },
};
