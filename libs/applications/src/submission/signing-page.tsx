import { say } from '#lib/platform';
import type { SigningOptions } from '#lib/identity';
import { PasskeyForm } from '#lib/identity';
import { Button, InsetText, type PageContext, PageHeading, SitePage, Steps } from '#lib/web';
import type { DraftReading } from '../draft/read-draft.js';
import { AboutNote } from '../link/about-note.js';
import { WritingFor } from '../representation/writing-for.js';
import { texts } from './texts.js';

interface SigningPageProps {
  context: PageContext;
  reading: DraftReading;
  options: SigningOptions;
}

/** Explains what the passkey will sign, and lets the person do it. */
export function SigningPage({ context, reading, options }: SigningPageProps) {
  const { draft, revision } = reading;
  const t = texts(context.language);
  return (
    <SitePage
      context={context}
      title={t('sign-title')}
      back={{ href: `/drafts/${draft.id}/check`, text: t('back-to-check') }}
      islands={['sign']}
    >
      <PageHeading caption={say(revision.definition.title, context.language)}>{t('sign-title')}</PageHeading>
      <AboutNote about={reading.about} language={context.language} />
      <WritingFor
        draft={draft}
        mandate={reading.mandate}
        isOver={reading.mandateIsOver}
        language={context.language}
      />
      <p>{t('sign-declare')}</p>
      <Steps steps={[t('sign-step-1'), t('sign-step-2'), t('sign-step-3')]} />
      <InsetText>{t('sign-meaning')}</InsetText>
      <PasskeyForm action={`/drafts/${draft.id}/signing`} options={options} language={context.language}>
        <Button preventDoubleClick>{t('sign-button')}</Button>
      </PasskeyForm>
    </SitePage>
  );
}
