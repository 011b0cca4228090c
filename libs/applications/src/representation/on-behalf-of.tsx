import type { Representation } from '#lib/identity';
import type { Language } from '#lib/platform';
import { CodeText } from '#lib/web';
import { capacityWords } from './capacity-words.js';

/** Whom an application is for, by name and number, and in what capacity it was filed for them. */
export function OnBehalfOf({
  representation,
  language,
}: {
  representation: Representation;
  language: Language;
}) {
  const { name, idNumber, taxCode, kind } = representation;
  return (
    <>
      <strong>{name}</strong> · <CodeText>{idNumber ?? taxCode ?? ''}</CodeText>
      <br />
      {capacityWords(language, kind)}
    </>
  );
}
