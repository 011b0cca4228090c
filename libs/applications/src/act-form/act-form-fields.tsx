import { readPage, visibleFields } from '#lib/forms';
import { mediaTypes } from '#lib/documents';
import type { Language } from '#lib/platform';
import { FileUpload } from '#lib/web';
import type { TransitionDefinition } from '#lib/workflow';
import { FormFields } from '../draft/fields/form-fields.js';
import { actForm, asksAlong } from './act-form.js';
import type { SaidError } from './read-act-form.js';
import { actPaperLimits } from './receive-act.js';
import { texts } from './texts.js';

interface ActFormFieldsProps {
  transition: TransitionDefinition;
  /** What was posted before, for redisplay; undefined at first. */
  body: unknown;
  errors: SaidError[];
  language: Language;
  /** Who is asked. */
  asked: 'officer' | 'citizen';
}

/** What an act asks along with it: its form, its papers, and who will read them. */
export function ActFormFields({ transition, body, errors, language, asked }: ActFormFieldsProps) {
  const t = texts(language);
  const form = actForm(transition);
  const [page] = form?.pages ?? [];
  const { typed, answers } = page ? readPage(page, body) : { typed: {}, answers: {} };
  const wrong = (id: string) =>
    errors.find((error) => error.id === id || error.id.startsWith(`${id}-`))?.said[language];
  const { attachments } = transition;
  if (!asksAlong(transition)) return null;
  return (
    <>
      {form && page && (
        <FormFields
          page={page}
          fields={visibleFields(page, body === undefined ? {} : answers)}
          viewOf={(field) => ({
            form,
            field,
            language,
            shown: typed,
            answers,
            error: wrong(field.id) === undefined ? undefined : { text: wrong(field.id) ?? '' },
            known: false,
          })}
        />
      )}
      {attachments && (
        <FileUpload
          name="file"
          label={
            attachments.required
              ? attachments.title[language]
              : t('file-optional', { title: attachments.title[language] })
          }
          labelSize="s"
          hint={t('file-hint', { megabytes: actPaperLimits.maxMegabytes })}
          error={wrong('file') ?? (errors.length > 0 ? t('file-again') : undefined)}
          accept={Object.keys(mediaTypes).join(',')}
        />
      )}
      <p class="secondary">
        {t(transition.hidden ? 'hidden' : asked === 'officer' ? 'told' : 'told-officer')}
      </p>
    </>
  );
}
