import { defineTexts, type RefusalWords } from '#lib/platform';
import { Button } from '../components/button.js';
import { PageHeading } from '../components/page-heading.js';
import type { PageContext } from './page-context.js';
import { SendAgain, type SentRequest } from './send-again.js';
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
  const signIn = code === 'sign-in-needed';
  return (
    <SitePage context={context} title={words.title}>
      <PageHeading>{words.title}</PageHeading>
      <p class="govuk-body" data-code={code}>
        {words.help}
      </p>
      {again && <SendAgain request={again} text={t('again')} />}
      <Button kind={again && 'secondary'} href={signIn ? '/sign-in' : '/'}>
        {t(signIn ? 'sign-in' : context.app === 'desk' ? 'home-at-desk' : 'home')}
      </Button>
    </SitePage>
  );
}
