import type { FieldDefinition } from '#lib/forms';
import type { Language } from '#lib/platform';
import { KnownNote } from '#lib/web';
import type { OpenDraft } from './open-draft.js';
import { texts } from './texts.js';

interface KnownFromRegisterProps {
  opened: OpenDraft;
  fields: FieldDefinition[];
  language: Language;
  when: (instant: Date) => string;
}

/** Says once a page that the State knew something, from which register and when. Nothing if it did not. */
export function KnownFromRegister({ opened, fields, language, when }: KnownFromRegisterProps) {
  const t = texts(language);
  const { draft, content } = opened;
  const known = fields.flatMap(({ id }) => {
    const source = draft.sources[id];
    return source?.kept && content.answers[id] !== undefined ? [source] : [];
  });
  const latest = known
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  if (latest === undefined) return null;
  return (
    <KnownNote
      title={t(known.length === fields.length ? 'known-title' : 'known-title-some')}
      source={t('known-source', { time: when(new Date(latest)) })}
    >
      {t('known-text')}
    </KnownNote>
  );
}
