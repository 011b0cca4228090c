import type { ServiceDefinition } from '#lib/catalogue';
import { type Answers, displayAnswer, type FileAnswer, visibleFields, visiblePages } from '#lib/forms';
import type { Language } from '#lib/platform';
import { SummaryList, UploadedFiles } from '#lib/web';
import { startBig } from '../draft/fields/field-view.js';
import { placeNames } from '../draft/form-context.js';
import { fileSize } from './file-size.js';

interface AnswerSummaryProps {
  definition: ServiceDefinition;
  answers: Answers;
  language: Language;
  /** When they were given, if not now: places are called what they were then, and what they are now. */
  answered?: Date | undefined;
  /** Where a paper can be opened. */
  attachmentHref: (attachment: string) => string;
}

/** All answers of an application, page by page, as the reader's language says them. */
export function AnswerSummary(props: AnswerSummaryProps) {
  const { definition, answers, language, answered, attachmentHref } = props;
  const { form } = definition;
  return (
    <>
      {visiblePages(form, answers).map((page) => (
        <section>
          <h3>{page.title[language]}</h3>
          <SummaryList
            rows={visibleFields(page, answers).map((field) => ({
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
                  displayAnswer(language, form, field, answers[field.id], placeNames(language, answered))
                ),
            }))}
          />
        </section>
      ))}
    </>
  );
}
