import type { ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import {
  Button,
  CodeText,
  InsetText,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
} from '#lib/web';
import type { Application } from '../application/application.entity.js';
import type { Message } from './message.js';
import type { PostedText } from './posted-text.js';
import { texts } from './texts.js';
import { WriteErrors, WriteForm } from './write-form.js';
import { WrittenList } from './written-list.js';

export interface MessagesPageProps {
  context: PageContext;
  /** On which side the reader is. */
  side: 'citizen' | 'officer';
  application: Application;
  definition: ServiceDefinition;
  agency: Agency;
  messages: Message[];
  /** Whether that side may write now. */
  open: boolean;
  /** Whether the agency owes an answer. */
  unanswered: boolean;
  /** Whether the reader has just sent one. */
  sent?: boolean;
  typed?: PostedText;
}

/** The conversation about an application, the same on both sides. */
export function MessagesPage(props: MessagesPageProps) {
  const { context, side, application, definition, messages, typed } = props;
  const { language } = context;
  const t = texts(language);
  const agency = agencyName(props.agency, language);
  const here = `/applications/${application.id}`;
  return (
    <SitePage
      context={context}
      title={`${t(`title-${side}`)} · ${application.number}`}
      back={{ href: here, text: t('back') }}
      errors={typed?.error !== undefined}
      flash={props.sent ? { kind: 'success', text: t('sent') } : undefined}
      {...(side === 'officer' && { place: agency })}
    >
      <WriteErrors language={language} typed={typed} />
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
        lead={t(`lead-${side}`, { agency })}
      >
        {t(`title-${side}`)}
      </PageHeading>
      <RefusedNotice context={context} />
      {props.open ? (
        <WriteForm
          action={`${here}/messages`}
          label={t(`write-${side}`)}
          hint={t(`write-hint-${side}`)}
          button={t('send')}
          language={language}
          typed={typed}
        />
      ) : (
        <InsetText>{t(`closed-${side}`)}</InsetText>
      )}
      {side === 'officer' && props.unanswered && (
        <form method="post" action={`${here}/messages/settlement`}>
          <input type="hidden" name="seen" value={messages.at(-1)?.id} />
          <Button kind="secondary">{t('settle')}</Button>
        </form>
      )}
      {messages.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <WrittenList messages={messages} reader={context.principal?.id ?? ''} {...{ agency, language }} />
      )}
    </SitePage>
  );
}
