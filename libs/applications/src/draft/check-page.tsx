import type { RevisionStanding } from '#lib/catalogue';
import {
  displayAnswer,
  type FieldDefinition,
  inputsOf,
  sectionsOf,
  visibleFields,
  visiblePages,
} from '#lib/forms';
import { type Language, legalDate, say, startBig } from '#lib/platform';
import {
  Button,
  type Content,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
  SummaryList,
  UploadedFiles,
} from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { fileSize } from '../application/file-size.js';
import { SendSupplement } from '../supplement/send-supplement.js';
import { AboutNote } from '../link/about-note.js';
import { papersOf } from '../paper/paper-field.js';
import { Handover, isPrepared } from '../representation/handover.js';
import { ConfirmationLink } from '../confirmation/confirmation-link.js';
import { WritingFor } from '../representation/writing-for.js';
import { FormerAnswers } from '../revision/former-answers.js';
import { RevisionNotice } from '../revision/revision-notice.js';
import { FeeToPay } from './fee-to-pay.js';
import { isIdentity } from './fixed-fields.js';
import { placeNames } from './form-context.js';
import type { DraftReading } from './read-draft.js';
import { shortTitle } from './short-title.js';
import { texts } from './texts.js';

interface CheckPageProps {
  context: PageContext;
  reading: DraftReading;
  /** What has become of the revision it follows; undefined for the answer to a request for supplements. */
  standing: RevisionStanding | undefined;
  /** The application whose request for supplements this answers. */
  answering: Application | undefined;
  now: Date;
}

/** Everything that will be filed, each with a link that leads to its page and back here. */
export function CheckPage({ context, reading, standing, answering, now }: CheckPageProps) {
  const { draft, form, visible, revision } = reading;
  const { language } = context;
  const t = texts(language);
  const pages = visiblePages(form, visible);
  const last = pages.at(-1);
  const heading = t(answering ? 'check-supplement-title' : 'check-title');
  return (
    <SitePage
      context={context}
      title={heading}
      back={last && { href: `/drafts/${draft.id}/pages/${last.id}` }}
    >
      <PageHeading caption={shortTitle(say(revision.definition.title, language))} lead={t('check-lead')}>
        {heading}
      </PageHeading>
      <RefusedNotice context={context} />
      <AboutNote about={reading.about} now={now} language={language} />
      <WritingFor
        draft={draft}
        mandate={reading.mandate}
        isOver={reading.mandateIsOver}
        language={language}
      />
      {standing && <RevisionNotice {...{ draft, standing, language }} />}
      {sectionsOf(pages).map(({ title, pages: inSection }) => (
        <section class="check-page">
          <h2 class="govuk-heading-m">{say(title, language)}</h2>
          <SummaryList
            rows={inSection.flatMap((page) =>
              visibleFields(page, visible).map((field) => ({
                key: startBig(say(field.label, language)),
                value: answerOf(reading, field, language),
                actions: isIdentity(reading, field)
                  ? undefined
                  : [
                      {
                        href: `/drafts/${draft.id}/pages/${page.id}?return=check#${inputsOf(field)[0] ?? field.id}`,
                        text: t('check-change'),
                        hidden: say(field.label, language),
                      },
                    ],
              })),
            )}
          />
        </section>
      ))}
      <FormerAnswers former={reading.content.former ?? []} language={language} />
      {!answering && (
        <FeeToPay
          definition={revision.definition}
          answers={visible}
          today={legalDate(now)}
          language={language}
        />
      )}
      {!reading.mandateIsOver &&
        (reading.mandate && isPrepared(draft, reading.mandate) ? (
          <>
            <Handover draft={draft} mandate={reading.mandate} language={language} />
            <ConfirmationLink reading={reading} language={language} />
          </>
        ) : answering ? (
          <SendSupplement application={answering} language={language} />
        ) : (
          <>
            {standing?.filable !== false && (
              <Button href={`/drafts/${draft.id}/signing`}>{t('check-button')}</Button>
            )}
            <p>
              <a href={`/drafts/${draft.id}/removal`}>{t('check-discard')}</a>
            </p>
          </>
        ))}
    </SitePage>
  );
}

function answerOf({ form, visible }: DraftReading, field: FieldDefinition, language: Language): Content {
  const papers = field.type === 'file' ? papersOf(visible, field.id) : [];
  if (papers.length > 0)
    return (
      <UploadedFiles
        digestLabel={texts(language)('paper-digest')}
        files={papers.map(({ name, size, sha256, attachment }) => ({
          name,
          size: fileSize(language, size),
          digest: sha256.slice(0, 12),
          href: `/attachments/${attachment}`,
        }))}
      />
    );
  const text = displayAnswer(language, form, field, visible[field.id], placeNames(language));
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br />, line]));
}
