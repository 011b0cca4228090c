import type { ServiceDefinition } from '#lib/catalogue';
import { type Answers, displayAnswer, type FileAnswer, visibleFields, visiblePages } from '#lib/forms';
import { type Language, startBig } from '#lib/platform';
import { SummaryList, UploadedFiles } from '#lib/web';
import { sectionsOf } from '../case-file/sections-of.js';
import { placeNames } from '../draft/form-context.js';
import { fileSize } from './file-size.js';

interface AnswerSummaryProps {
  definition: ServiceDefinition;
  answers: Answers;
  language: Language;
  /** When they were given, if not now: places are called what they were then, and what they are now. */
  answered?: Date | undefined;
  /** Under which headings: the questions as the applicant was asked them, or topics, for officers. Default: questions. */
  by?: 'question' | 'topic' | undefined;
  /** Where a paper can be opened. */
  attachmentHref: (attachment: string) => string;
}

/** All answers of an application, page by page, as the reader's language says them. */
export function AnswerSummary(props: AnswerSummaryProps) {
  const { definition, answers, language, answered, attachmentHref } = props;
  const { form } = definition;
  const sections =
    props.by === 'topic'
      ? sectionsOf(form, answers)
      : visiblePages(form, answers).map((page) => ({
          title: page.title,
          fields: visibleFields(page, answers),
        }));
  return (
    <>
      {sections.map(({ title, fields }) => (
        <section>
          <h3>{title[language]}</h3>
          <SummaryList
            rows={fields.map((field) => ({
              key: startBig(field.label[language]),
              value:
                field.type === 'file' && answers[field.id] ? (
                  <UploadedFiles
                    digestLabel="SHA-256"
                    files={(answers[field.id] as FileAnswer[]).map((file) => ({
                      name: file.name,
                      size: fileSize(language, file.size),
                      href: attachmentHref(file.attachment),
                      digest: file.sha256,
                    }))}
                  />
                ) : (
                  <span class="prewrap">
                    {displayAnswer(language, form, field, answers[field.id], placeNames(language, answered))}
                  </span>
                ),
            }))}
          />
        </section>
      ))}
    </>
  );
}
