import { defineTexts, type RefusalWords } from '#lib/platform';
import { Button } from '../components/button.js';
import { PageHeading } from '../components/page-heading.js';
import type { PageContext } from './page-context.js';
import { canBeSentAgain, SendAgain, type SentRequest } from './send-again.js';
import { SitePage } from './site-page.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

const texts = defineTexts({ vi, en, fr });

/** What a person reads instead of what they asked for: what is the case and what to do. */
export function RefusalPage({
  context,
  code,
  words,
  again,
}: {
  context: PageContext;
  code: string;
  words: RefusalWords;
  /** What may be sent once more, as it was. */
  again?: SentRequest | undefined;
}) {
  const t = texts(context.language);
  if (code === 'sign-in-needed') return <SignInPage {...{ context, words, again }} />;
  return (
    <SitePage context={context} title={words.title}>
      <PageHeading>{words.title}</PageHeading>
      <p class="govuk-body" data-code={code}>
        {words.help}
      </p>
      {again && <SendAgain request={again} text={t('again')} />}
      <Button kind={again && 'secondary'} href="/">
        {t(context.app === 'desk' ? 'home-at-desk' : 'home')}
      </Button>
    </SitePage>
  );
}

/** The session is over: one signs in beside this page, which holds what was typed, and sends that from here. */
function SignInPage({
  context,
  words,
  again,
}: {
  context: PageContext;
  words: RefusalWords;
  again: SentRequest | undefined;
}) {
  const t = texts(context.language);
  const keeps = again !== undefined && canBeSentAgain(again);
  return (
    <SitePage context={context} title={words.title}>
      <PageHeading>{words.title}</PageHeading>
      <p class="govuk-body" data-code="sign-in-needed">
        {keeps ? t('sign-in-beside') : words.help}
      </p>
      {keeps ? (
        <>
          <Button href="/sign-in" attributes={{ target: '_blank' }}>
            {t('sign-in-new-tab')}
          </Button>
          <SendAgain request={again} text={t('again')} kind="secondary" />
        </>
      ) : (
        <Button href="/sign-in">{t('sign-in')}</Button>
      )}
    </SitePage>
  );
}
