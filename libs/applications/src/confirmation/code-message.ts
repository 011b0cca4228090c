import { phoneCodeMinutes } from '#lib/identity';
import { type Language, say } from '#lib/platform';
import { type Confirmable, shortDigest } from './confirmable.js';
import { texts } from './texts.js';

/** What the citizen's phone says with a code: what the code is for, who prepared it, and the number on the page. */
export function codeMessage(
  language: Language,
  { confirmable, toConfirm, helper }: { confirmable: Confirmable; toConfirm: Buffer; helper: string },
): (code: string) => string {
  const { reading, answering } = confirmable;
  const facts = { minutes: phoneCodeMinutes, name: helper, paper: shortDigest(toConfirm) };
  const t = texts(language);
  const procedure = say(reading.revision.definition.title, language);
  return (code) =>
    answering
      ? t('sms-supplement', { code, number: answering.number, ...facts })
      : t('sms', { code, procedure, ...facts });
}
