import { type OpenMandate, representedName } from '#lib/identity';
import type { Language } from '#lib/platform';
import { Radios } from '#lib/web';
import { capacityWords } from '../representation/capacity-words.js';
import { texts } from './texts.js';

interface ForWhomProps {
  /** For whom the reader may act in this procedure. */
  mandates: OpenMandate[];
  self: string;
  language: Language;
}

/** "Who is this for?": asked only where there is a choice. */
export function ForWhom({ mandates, self, language }: ForWhomProps) {
  if (mandates.length === 0) return null;
  const t = texts(language);
  return (
    <Radios
      name="for"
      legend={t('for-whom')}
      hint={t('for-whom-hint')}
      value="self"
      options={[
        { value: 'self', text: t('for-self', { name: self }) },
        ...mandates.map((mandate) => ({
          value: mandate.id,
          text: representedName(mandate),
          hint: capacityWords(language, mandate.kind),
        })),
      ]}
    />
  );
}
