import { representedName } from '#lib/identity';
import { say } from '#lib/platform';
import {
  Button,
  CodeText,
  ErrorSummary,
  InsetText,
  Input,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
  SummaryList,
} from '#lib/web';
import { AnswerSummary } from '../application/answer-summary.js';
import { type Confirmable, shortDigest } from './confirmable.js';
import { texts } from './texts.js';

interface ConfirmationPageProps {
  context: PageContext;
  confirmable: Confirmable;
  toConfirm: Buffer;
  agency: string;
  helper: string;
  /** Whether a code was just sent. */
  sent: boolean;
  missing?: boolean;
}

/** Exactly what will be filed, to be read here or printed; then a code to the citizen's phone, which the citizen types. */
export function ConfirmationPage(props: ConfirmationPageProps) {
  const { context, confirmable, toConfirm, agency, helper, sent, missing = false } = props;
  const { language } = context;
  const { reading, mandate, answering } = confirmable;
  const t = texts(language);
  const { definition } = reading.revision;
  const name = representedName(mandate);
  const address = `/drafts/${reading.draft.id}/confirmation`;
  const error = missing ? t('code-missing') : undefined;
  return (
    <SitePage
      context={context}
      title={t('title')}
      back={{ href: `/drafts/${reading.draft.id}/check`, text: t('back') }}
      errors={missing}
      flash={sent ? { kind: 'success', text: t('sent') } : undefined}
    >
      {error ? <ErrorSummary errors={[{ text: error, href: '#code' }]} /> : null}
      <RefusedNotice context={context} />
      <PageHeading caption={say(definition.title, language)} lead={t('lead', { name })}>
        {t('title')}
      </PageHeading>
      <SummaryList
        rows={[
          { key: t('applicant'), value: <strong>{name}</strong> },
          { key: t('helper'), value: helper },
          ...(answering ? [{ key: t('application'), value: <CodeText>{answering.number}</CodeText> }] : []),
          { key: t('agency'), value: agency },
          { key: t('paper'), value: <CodeText>{shortDigest(toConfirm)}</CodeText> },
        ]}
      />
      <h2>{t('content')}</h2>
      <AnswerSummary
        definition={{ ...definition, form: reading.form }}
        answers={reading.visible}
        language={language}
        answered={reading.draft.savedAt}
        attachmentHref={(attachment) => `/attachments/${attachment}`}
      />
      <InsetText>{t('declare')}</InsetText>
      <div class="no-print">
        <p>{t('print')}</p>
        <form method="post" action={`${address}/code`}>
          <Button kind={sent ? 'secondary' : undefined} preventDoubleClick>
            {t(sent ? 'send-again' : 'send')}
          </Button>
        </form>
        <form method="post" action={address} novalidate>
          <Input
            name="code"
            label={t('code', { name })}
            hint={t('code-hint')}
            error={error}
            width={10}
            inputmode="numeric"
            autocomplete="off"
            spellcheck={false}
          />
          {answering ? <input type="hidden" name="application" value={answering.id} /> : null}
          <Button preventDoubleClick>{t(answering ? 'send-supplement' : 'file')}</Button>
        </form>
      </div>
    </SitePage>
  );
}
