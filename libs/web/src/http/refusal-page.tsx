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
  if (isShownBeside(code)) return <BesidePage {...{ context, code, words, again }} />;
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

/** What is missing is who it is: that is shown in a tab beside this page, which holds what was typed and sends it from here. */
const shownBeside = {
  'sign-in-needed': { href: '/sign-in', words: 'sign-in' },
  'step-up-needed': { href: '/step-up?next=%2Faccount', words: 'step-up' },
} as const;

export function isShownBeside(code: string): code is keyof typeof shownBeside {
  return code in shownBeside;
}

function BesidePage({
  context,
  code,
  words,
  again,
}: {
  context: PageContext;
  code: keyof typeof shownBeside;
  words: RefusalWords;
  again: SentRequest | undefined;
}) {
  const t = texts(context.language);
  const keeps = again !== undefined && canBeSentAgain(again);
  const way = shownBeside[code];
  return (
    <SitePage context={context} title={words.title}>
      <PageHeading>{words.title}</PageHeading>
      <p class="govuk-body" data-code={code}>
        {keeps ? t(`${way.words}-beside`) : words.help}
      </p>
      {keeps ? (
        <>
          <Button href={way.href} attributes={{ target: '_blank' }}>
            {t(`${way.words}-new-tab`)}
          </Button>
          <SendAgain request={again} text={t('again')} kind="secondary" />
        </>
      ) : (
        <Button href={way.href}>{t(way.words)}</Button>
      )}
    </SitePage>
  );
}
