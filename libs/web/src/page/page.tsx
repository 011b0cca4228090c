import { BackLink } from '../components/back-link.js';
import { NotificationBanner } from '../components/notification-banner.js';
import { SkipLink } from '../components/skip-link.js';
import { assetPath } from './assets.js';
import { PageFooter } from './page-footer.js';
import { PageHeader } from './page-header.js';
import { PageLanguage } from './page-language.js';
import type { Flash, PageProps } from './page-props.js';
import { skins } from './skins.js';
import { shellTexts } from './texts.js';

/** A whole page: document, header, the one `main` landmark, footer. Rendered by `renderPage`. */
export function Page(props: PageProps) {
  const skin = props.skin ?? 'portal';
  const t = shellTexts(props.language);
  return (
    <PageLanguage.Provider value={props.language}>
      <html lang={props.language} class="govuk-template">
        <Head page={props} />
        <body class={`govuk-template__body skin-${skin}`} data-reader={props.reader}>
          <SkipLink>{t('skipToContent')}</SkipLink>
          <PageHeader page={props} skin={skin} />
          {props.back ? (
            <nav class="shell-width" aria-label={t('wayBack')}>
              <BackLink href={props.back.href}>{props.back.text}</BackLink>
            </nav>
          ) : null}
          <main id="content">
            {props.hero ? <div class="shell-hero">{props.hero}</div> : null}
            <div class="shell-width">
              <div class={`shell-main shell-main--${props.layout ?? 'reading'}`}>
                {props.flash ? <FlashBanner flash={props.flash} /> : null}
                {props.children}
              </div>
            </div>
          </main>
          <PageFooter page={props} skin={skin} />
          {props.after}
        </body>
      </html>
    </PageLanguage.Provider>
  );
}

function Head({ page }: { page: PageProps }) {
  const t = shellTexts(page.language);
  const skin = skins[page.skin ?? 'portal'];
  return (
    <head>
      <meta charset="utf-8" />
      <title>
        {page.errors ? `${t('error')}: ` : ''}
        {page.title} – {t(skin.name)}
      </title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content={skin.themeColour} />
      <meta name="format-detection" content="telephone=no" />
      <link rel="stylesheet" href={assetPath(skin.styleSheet)} />
      <link rel="icon" href={assetPath('favicon.svg')} type="image/svg+xml" />
      <link rel="alternate icon" href={assetPath('favicon.png')} type="image/png" sizes="48x48" />
      <link rel="apple-touch-icon" href={assetPath('icon-180.png')} />
      <link rel="manifest" href={assetPath('manifest.webmanifest')} />
      {['page', ...(page.islands ?? [])].map((island) => (
        <script type="module" src={assetPath(`${island}.js`)} />
      ))}
    </head>
  );
}

function FlashBanner({ flash }: { flash: Flash }) {
  return <NotificationBanner type={flash.kind === 'success' ? 'success' : undefined} text={flash.text} />;
}
