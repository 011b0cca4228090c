import type { ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import { CodeText, type PageContext, PageHeading, SitePage } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import type { Message } from '../conversation/message.js';
import type { PostedText } from '../conversation/posted-text.js';
import { texts as conversationTexts } from '../conversation/texts.js';
import { WriteErrors, WriteForm } from '../conversation/write-form.js';
import { WrittenList } from '../conversation/written-list.js';
import { texts } from './texts.js';

interface NotesPageProps {
  context: PageContext;
  application: Application;
  definition: ServiceDefinition;
  agency: Agency;
  notes: Message[];
  /** Whether the reader has just kept one. */
  kept?: boolean;
  typed?: PostedText;
}

/** The internal notes of an application. */
export function NotesPage({
  context,
  application,
  definition,
  notes,
  kept,
  typed,
  ...props
}: NotesPageProps) {
  const { language } = context;
  const t = texts(language);
  const agency = agencyName(props.agency, language);
  const here = `/applications/${application.id}`;
  return (
    <SitePage
      context={context}
      title={`${t('title')} · ${application.number}`}
      place={agency}
      back={{ href: here, text: conversationTexts(language)('back') }}
      errors={typed?.error !== undefined}
      flash={kept ? { kind: 'success', text: t('kept') } : undefined}
    >
      <WriteErrors language={language} typed={typed} />
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
        lead={t('lead')}
      >
        {t('title')}
      </PageHeading>
      <WriteForm
        action={`${here}/notes`}
        label={t('write')}
        hint={t('write-hint')}
        button={t('keep')}
        language={language}
        typed={typed}
      />
      {notes.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <WrittenList messages={notes} reader={context.principal?.id ?? ''} {...{ agency, language }} />
      )}
    </SitePage>
  );
}
