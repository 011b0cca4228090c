import type { ComponentChildren } from 'preact';
import type { Language } from '#lib/platform';
import { CodeText } from '#lib/web';
import { capacityWords } from './capacity-words.js';
import type { StatedRepresentation } from './representation-in.js';
import { texts } from './texts.js';

/** A line of facts: for whom an application is, by name and number; or who helped its applicant; and in what capacity. */
export function actedForLine(
  language: Language,
  representation: StatedRepresentation,
): { key: string; value: ComponentChildren } {
  const { name, idNumber, taxCode, kind, representedByName } = representation;
  const t = texts(language);
  const capacity = capacityWords(language, kind);
  if (kind === 'assistant')
    return {
      key: t('assisted-by'),
      value: representedByName ? (
        <>
          <strong>{representedByName}</strong>
          <br />
          {capacity}
        </>
      ) : (
        capacity
      ),
    };
  return {
    key: t('on-behalf-of'),
    value: (
      <>
        <strong>{name}</strong> · <CodeText>{idNumber ?? taxCode ?? ''}</CodeText>
        <br />
        {capacity}
      </>
    ),
  };
}
