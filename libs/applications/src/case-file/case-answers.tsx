import { type Answer, displayAnswer, type FieldDefinition, type FileAnswer } from '#lib/forms';
import { formatDate } from '#lib/calendar';
import { type Language, startBig } from '#lib/platform';
import { type Content, SummaryList, Tag, UploadedFiles } from '#lib/web';
import type { AnswerSource } from '../application/answers.js';
import { fileSize } from '../application/file-size.js';
import { placeNames } from '../draft/form-context.js';
import type { OtherPaper } from '../supplement/answer-supplement.js';
import type { CaseFile } from './read-case.js';
import { sectionsOf } from './sections-of.js';
import { texts } from './texts.js';

interface CaseAnswersProps {
  file: CaseFile;
  language: Language;
}

/** What was filed, by topic, and what the last supplement changed in it. */
export function CaseAnswers({ file, language }: CaseAnswersProps) {
  const { form } = file.revision.definition;
  const t = texts(language);
  const others = file.events.flatMap(({ details }) => (details.others as OtherPaper[] | undefined) ?? []);
  const changed = changedFields(file);
  return (
    <>
      {sectionsOf(form, file.answers).map((section) => (
        <section>
          <h3>{section.title[language]}</h3>
          <SummaryList
            rows={section.fields.map((field) => ({
              key: startBig(field.label[language]),
              value: <Value file={file} field={field} changed={changed.has(field.id)} language={language} />,
            }))}
          />
        </section>
      ))}
      {others.length > 0 ? (
        <section>
          <h3>{t('other-papers')}</h3>
          <SummaryList
            rows={others.map(({ name, files }) => ({
              key: name,
              value: <Papers file={file} papers={files} language={language} />,
            }))}
          />
        </section>
      ) : null}
    </>
  );
}

interface ValueProps extends CaseAnswersProps {
  field: FieldDefinition;
  changed: boolean;
}

function Value({ file, field, changed, language }: ValueProps) {
  const t = texts(language);
  const { form } = file.revision.definition;
  const { filedAt } = file.application;
  const answered = changed ? answeredLast(file)?.at : filedAt;
  const inWords = (answer: Answer | undefined, at = filedAt) =>
    displayAnswer(language, form, field, answer, placeNames(language, at));
  const answer = file.answers[field.id];
  const shown: Content =
    field.type === 'file' && answer ? (
      <Papers file={file} papers={answer as FileAnswer[]} language={language} />
    ) : (
      <span class="prewrap">{inWords(answer, answered)}</span>
    );
  return (
    <>
      {shown} {changed ? <Tag colour="green">{t('changed')}</Tag> : null}
      {changed && file.earlierAnswers ? (
        <p class="secondary">{t('changed-from', { earlier: inWords(file.earlierAnswers[field.id]) })}</p>
      ) : null}
      <SourceNote source={file.sources?.[field.id]} language={language} />
    </>
  );
}

/** What the register says of an answer it filled in: quiet where it agrees, marked where the applicant changed it. */
function SourceNote({ source, language }: { source: AnswerSource | undefined; language: Language }) {
  if (!source) return null;
  const t = texts(language);
  const date = formatDate(language, new Date(source.asOf));
  const business = source.register === 'business-register';
  if (source.unchanged)
    return <p class="secondary">{t(business ? 'as-in-business-register' : 'as-in-register', { date })}</p>;
  return (
    <p>
      <Tag colour="red">{t(business ? 'not-as-in-business-register' : 'not-as-in-register')}</Tag>{' '}
      <span class="secondary">{t('register-read', { date })}</span>
    </p>
  );
}

function Papers({ file, papers, language }: CaseAnswersProps & { papers: FileAnswer[] }) {
  return (
    <UploadedFiles
      files={papers.map(({ attachment, name, size, sha256 }) => ({
        name,
        size: fileSize(language, size),
        href: `/applications/${file.application.id}/attachments/${attachment}`,
        digest: sha256,
      }))}
    />
  );
}

/** The fields that the last supplement answered. */
function changedFields(file: CaseFile): Set<string> {
  return new Set(answeredLast(file)?.details.changed as string[] | undefined);
}

function answeredLast({ events }: CaseFile) {
  return events.findLast(({ details }) => Array.isArray(details.changed));
}
