import { errorSentence, type FieldDefinition, type FieldError, type FileAnswer } from '#lib/forms';
import type { Language } from '#lib/platform';
import type { OpenDraft } from '../draft/open-draft.js';
import { type PaperField, papersOf } from './paper-field.js';
import { PaperUpload } from './paper-upload.js';

/** A paper with when it arrived. */
export type ShownPaper = FileAnswer & { receivedAt?: Date | undefined };

interface PapersOfPageProps {
  opened: OpenDraft;
  fields: FieldDefinition[];
  papers: ShownPaper[];
  errors: FieldError[];
  refused: { field: string; text: string } | undefined;
  returnTo: 'next' | 'check';
  language: Language;
  when: (instant: Date) => string;
}

/** The file fields of a page, each with its papers and a form of its own. */
export function PapersOfPage(props: PapersOfPageProps) {
  const { opened, language } = props;
  const fields = props.fields.filter((field): field is PaperField => field.type === 'file');
  return (
    <>
      {fields.map((field) => {
        const missing = props.errors.find((error) => error.field === field.id);
        const refused = props.refused?.field === field.id ? props.refused.text : undefined;
        const kept = new Set(papersOf(opened.content.answers, field.id).map(({ attachment }) => attachment));
        return (
          <PaperUpload
            action={`/drafts/${opened.draft.id}/papers/${field.id}`}
            query={props.returnTo === 'check' ? '?return=check' : ''}
            field={field}
            papers={props.papers.filter(({ attachment }) => kept.has(attachment))}
            error={refused ?? (missing && errorSentence(language, opened.form, missing))}
            language={language}
            when={props.when}
          />
        );
      })}
    </>
  );
}
