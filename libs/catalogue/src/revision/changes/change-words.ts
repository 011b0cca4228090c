import { type Language, say } from '#lib/platform';
import type { ServiceDefinition } from '../../definition/service-definition.js';
import { definedTime } from '../../words/defined-time.js';
import { definedFee } from '../../words/fee-words.js';
import type { RevisionChange } from './compare-revisions.js';
import { texts } from './texts.js';

/** One change in a sentence, to whoever applies or designs. */
export function changeWords(change: RevisionChange, language: Language): string {
  const t = texts(language);
  switch (change.what) {
    case 'question-changed': {
      const how = change.how.map((one) => t(`how-${one}`)).join('; ');
      return t('question-changed', { label: say(change.label, language), how });
    }
    case 'fee':
      return t('fee', { from: fee(change.from, language), to: fee(change.to, language) });
    case 'deadline':
      return t('deadline', { from: deadline(change.from, language), to: deadline(change.to, language) });
    case 'assurance':
    case 'agency':
    case 'workflow':
    case 'result':
      return t(change.what);
    default:
      return t(change.what, { label: say(change.label, language) });
  }
}

function fee(definition: ServiceDefinition, language: Language): string {
  return definedFee(language, definition) ?? texts(language)('not-stated');
}

function deadline(definition: ServiceDefinition, language: Language): string {
  const time = definedTime(language, definition);
  return time ? [time.usual, ...time.cases].join(', ') : texts(language)('not-stated');
}
