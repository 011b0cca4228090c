import { displayAnswer, type FieldDefinition } from '#lib/forms';
import { representedName } from '#lib/identity';
import { type Language, say, startBig } from '#lib/platform';
import { Details, KnownNote, SummaryList } from '#lib/web';
import type { RegisterName } from '../application/answers.js';
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

/** Who the applicant is as the registers say it: to read, not to change, and who corrects the register. */
export function KnownIdentity(props: KnownIdentityProps) {
  const from = (source: RegisterName) =>
    props.fields.filter(({ id }) => props.opened.draft.sources[id]?.source === source);
  return (
    <>
      <KnownFrom {...props} fields={from('population-register')} register="population-register" />
      <KnownFrom {...props} fields={from('business-register')} register="business-register" />
    </>
  );
}

function KnownFrom({
  opened,
  fields,
  language,
  when,
  register,
}: KnownIdentityProps & { register: RegisterName }) {
  const t = texts(language);
  const { form, content, draft, mandate } = opened;
  const business = register === 'business-register';
  const read = fields.flatMap(({ id }) => draft.sources[id]?.at ?? []).toSorted();
  const latest = read.at(-1);
  if (latest === undefined) return null;
  return (
    <>
      <KnownNote
        title={
          mandate && (mandate.represented.kind === 'person' || business)
            ? t('identity-title-of', { name: representedName(mandate) })
            : t('identity-title')
        }
        source={t(business ? 'known-source-business' : 'known-source', { time: when(new Date(latest)) })}
      >
        <SummaryList
          noBorder
          rows={fields.map((field) => ({
            key: startBig(say(field.label, language)),
            value: displayAnswer(language, form, field, content.answers[field.id], placeNames(language)),
          }))}
        />
      </KnownNote>
      <Details summary={t('identity-wrong')}>
        {t(business ? 'organisation-wrong-text' : 'identity-wrong-text')}
      </Details>
    </>
  );
}
