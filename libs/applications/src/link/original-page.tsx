import { agencyName } from '#lib/organisations';
import { type Language, say } from '#lib/platform';
import { CodeText, Facts, type PageContext, PageHeading, SitePage } from '#lib/web';
import { stateOf } from '#lib/workflow';
import { AnswerSummary } from '../application/answer-summary.js';
import { History } from '../application/history.js';
import { contestedWords } from './about-note.js';
import type { OriginalCase, OriginalFile } from './read-original.js';
import { texts } from './texts.js';

/** What a complaint or a correction is about, for the officers who have to judge it: all that happened and was filed. */
export function OriginalPage({ context, file }: { context: PageContext; file: OriginalFile }) {
  const { asked, originals } = file;
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={`${t('original-title')} · ${asked.number}`}
      place={agencyName(asked.agency, language)}
      back={{ href: `/applications/${asked.id}`, text: asked.number }}
    >
      <PageHeading lead={t('original-lead', { number: asked.number })}>{t('original-title')}</PageHeading>
      {originals.map((original) => (
        <OneOriginal original={original} asked={asked.id} language={language} />
      ))}
    </SitePage>
  );
}

interface OneOriginalProps {
  original: OriginalCase;
  asked: string;
  language: Language;
}

function OneOriginal({ original, asked, language }: OneOriginalProps) {
  const { application, about, definition, applicant, events, answers } = original;
  const { agency } = about;
  const t = texts(language);
  return (
    <section>
      <h2>
        {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
      </h2>
      <Facts
        facts={[
          { term: t('applicant'), value: applicant },
          { term: t('agency'), value: agencyName(agency, language) },
          { term: t('state'), value: stateOf(definition.workflow, application.state).label[language] },
          { term: t('contested'), value: contestedWords(about, language) },
        ]}
      />
      <h3>{t('history')}</h3>
      <History {...{ events, definition, agency, language }} reader="officer" />
      <h3>{t('answers')}</h3>
      <AnswerSummary
        answered={application.filedAt}
        {...{ definition, answers, language }}
        by="topic"
        attachmentHref={(paper) => `/applications/${asked}/original/${application.id}/attachments/${paper}`}
      />
    </section>
  );
}
