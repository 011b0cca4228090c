import { formatDateTime } from '#lib/calendar';
import { agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import {
  Button,
  CodeText,
  ErrorSummary,
  type PageContext,
  PageHeading,
  Radios,
  SitePage,
  SummaryList,
  Textarea,
} from '#lib/web';
import { ActFormFields } from '../act-form/act-form-fields.js';
import type { SaidError } from '../act-form/read-act-form.js';
import { AnswerSummary } from '../application/answer-summary.js';
import type { ConsultedCase } from './consulted-case.js';
import { texts } from './texts.js';

/** An answer as it was typed, with what has to be mended. */
export interface TypedAnswer {
  body: unknown;
  opinion: string;
  reason: string;
  errors: ('opinion-missing' | 'reason-missing' | 'reason-too-long')[];
  along: SaidError[];
}

interface ConsultedPageProps {
  context: PageContext;
  file: ConsultedCase;
  postKey: string;
  now: Date;
  typed?: TypedAnswer;
}

/** The question of another agency, what it is about, and the form that answers it. */
export function ConsultedPage({ context, file, postKey, now, typed }: ConsultedPageProps) {
  const { application, consultation, revision, asking, asked, answers, transition } = file;
  const { definition } = revision;
  const { language } = context;
  const t = texts(language);
  const said = (input: 'opinion' | 'reason') => {
    const error = typed?.errors.find((each) => each.startsWith(input));
    return error && t(error);
  };
  const errors = [
    ...(typed?.errors ?? []).map((error) => ({
      text: t(error),
      href: error === 'opinion-missing' ? '#opinion' : '#reason',
    })),
    ...(typed?.along ?? []).map((error) => ({ text: error.said[language], href: `#${error.id}` })),
  ];
  const due = formatDateTime(language, consultation.dueAt);
  return (
    <SitePage
      context={context}
      title={`${t('answer-title')} · ${application.number}`}
      place={agencyName(asked, language)}
      back={{ href: '/consultations', text: t('back-to-list') }}
      errors={errors.length > 0}
    >
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
      >
        {t('answer-title')}
      </PageHeading>
      <SummaryList
        rows={[
          { key: t('asking'), value: agencyName(asking, language) },
          { key: t('question'), value: <p class="written">{consultation.question}</p> },
          {
            key: t('due'),
            value: consultation.dueAt <= now ? <span class="late">{t('due-late', { due })}</span> : due,
          },
          { key: t('silence'), value: t(`silence-${consultation.silence}`) },
        ]}
      />
      <h2>{t('about')}</h2>
      <p>{t('about-hint')}</p>
      <AnswerSummary
        answered={application.filedAt}
        definition={definition}
        answers={answers}
        language={language}
        by="topic"
        attachmentHref={(paper) => `/consultations/${application.id}/attachments/${paper}`}
      />
      <h2>{t('your-answer')}</h2>
      <form
        method="post"
        action={`/consultations/${application.id}/answer`}
        enctype={transition.attachments && 'multipart/form-data'}
        noValidate
      >
        <input type="hidden" name="key" value={postKey} />
        <Radios
          name="opinion"
          legend={t('opinion')}
          value={typed?.opinion}
          error={said('opinion')}
          options={[
            { value: 'agrees', text: t('agrees') },
            { value: 'objects', text: t('objects') },
          ]}
        />
        <Textarea
          name="reason"
          label={t('reason')}
          hint={t('reason-hint')}
          value={typed?.reason}
          error={said('reason')}
        />
        <ActFormFields
          transition={transition}
          body={typed?.body}
          errors={typed?.along ?? []}
          language={language}
          asked="officer"
        />
        <Button preventDoubleClick>{t('send')}</Button>
        <p class="secondary">{t('final')}</p>
      </form>
    </SitePage>
  );
}
