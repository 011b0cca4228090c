import { displayAnswer, type FieldDefinition } from '#lib/forms';
import { representedName } from '#lib/identity';
import { type Language, say } from '#lib/platform';
import { Details, KnownNote, SummaryList } from '#lib/web';
import { startBig } from './fields/field-view.js';
import { placeNames } from './form-context.js';
import type { OpenDraft } from './open-draft.js';
import { texts } from './texts.js';

interface KnownIdentityProps {
  opened: OpenDraft;
  /** The `fixedFields` of the page. */
  fields: FieldDefinition[];
  language: Language;
  when: (instant: Date) => string;
}

/** Who the applicant is as the register says it: to read, not to change, and who corrects the register. */
export function KnownIdentity({ opened, fields, language, when }: KnownIdentityProps) {
  const t = texts(language);
  const { form, content, draft, mandate } = opened;
  const read = fields.flatMap(({ id }) => draft.sources[id]?.at ?? []).toSorted();
  const latest = read.at(-1);
  if (latest === undefined) return null;
  return (
    <>
      <KnownNote
        title={mandate ? t('identity-title-of', { name: representedName(mandate) }) : t('identity-title')}
        source={t('known-source', { time: when(new Date(latest)) })}
      >
        <SummaryList
          noBorder
          rows={fields.map((field) => ({
            key: startBig(say(field.label, language)),
            value: displayAnswer(language, form, field, content.answers[field.id], placeNames(language)),
          }))}
        />
      </KnownNote>
      <Details summary={t('identity-wrong')}>{t('identity-wrong-text')}</Details>
    </>
  );
}
