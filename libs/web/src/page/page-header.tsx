import { type Language, languages } from '#lib/platform';
import { DrumStar } from './drum-star.js';
import { languageNames } from './language-names.js';
import { useTexts } from './page-language.js';
import type { PageProps, SignedIn } from './page-props.js';
import { type Skin, skins } from './skins.js';

/** The star, the name of the site, languages; under it the sections and who is signed in. */
export function PageHeader({ page, skin }: { page: PageProps; skin: Skin }) {
  const t = useTexts();
  return (
    <header class="shell-header">
      <div class="shell-band">
        <div class="shell-width shell-band__row">
          <a class="shell-brand" href={page.homeHref ?? '/'}>
            <DrumStar class="drum-star" />
            <span class="shell-brand__words">
              <span class="shell-brand__name">{t(skins[skin].name)}</span>
              <span
                class={page.place ? 'shell-brand__place' : 'shell-brand__place shell-brand__place--tagline'}
              >
                {page.place ?? t(skins[skin].tagline)}
              </span>
            </span>
          </a>
          <Languages page={page} />
        </div>
      </div>
      {page.navigation?.length || page.signedIn ? (
        <div class="shell-bar">
          <div class="shell-width shell-bar__row">
            <Navigation page={page} />
            {page.signedIn ? <Account signedIn={page.signedIn} /> : null}
          </div>
        </div>
      ) : null}
    </header>
  );
}

function Languages({ page }: { page: PageProps }) {
  const t = useTexts();
  const { languageLinks } = page;
  if (!languageLinks) return null;
  return (
    <nav class="shell-languages" aria-label={t('language')}>
      <ul>
        {languages.map((language) => (
          <li>
            {language === page.language ? (
              <span aria-current="true" lang={language}>
                <LanguageName language={language} />
              </span>
            ) : (
              <a href={languageLinks[language]} lang={language} hreflang={language} rel="alternate">
                <LanguageName language={language} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** In full where there is room, by its code on a phone. Both are read out in full. */
function LanguageName({ language }: { language: Language }) {
  return (
    <>
      <span class="shell-languages__full">{languageNames[language]}</span>
      <span class="shell-languages__code" aria-hidden="true">
        {language.toUpperCase()}
      </span>
    </>
  );
}

function Navigation({ page }: { page: PageProps }) {
  const t = useTexts();
  if (!page.navigation?.length) return null;
  return (
    <nav class="shell-navigation" aria-label={t('mainNavigation')}>
      <ul>
        {page.navigation.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Account({ signedIn }: { signedIn: SignedIn }) {
  const t = useTexts();
  const name = <span class="shell-account__name">{signedIn.name}</span>;
  return (
    <div class="shell-account">
      {signedIn.href ? <a href={signedIn.href}>{name}</a> : name}
      {signedIn.role ? <span class="shell-account__role">{signedIn.role}</span> : null}
      <form method="post" action={signedIn.signOutHref}>
        <button type="submit" class="link-button">
          {t('signOut')}
        </button>
      </form>
    </div>
  );
}
