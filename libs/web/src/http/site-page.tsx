import { defineTexts, type Language, languages } from '#lib/platform';
import { InsetText } from '../components/inset-text.js';
import { SessionWatch } from '../session/session-watch.js';
import { Page } from '../page/page.js';
import type { PageProps } from '../page/page-props.js';
import { formOf } from './form-of.js';
import type { PageContext } from './page-context.js';
import type { Principal } from './principal.js';
import { addressWithLanguage } from './request-language.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

const texts = defineTexts({ vi, en, fr });

type SitePageProps = Omit<
  PageProps,
  'language' | 'skin' | 'navigation' | 'signedIn' | 'reader' | 'languageLinks' | 'homeHref'
> & {
  context: PageContext;
};

/** A page of one of our hosts: the shell with the navigation, the reader's name and the languages filled in. */
export function SitePage({ context, children, ...page }: SitePageProps) {
  const { app, language, principal, path } = context;
  const time = principal?.sessionTime;
  const t = texts(language);
  return (
    <Page
      {...page}
      language={language}
      skin={app}
      homeHref="/"
      navigation={navigation(context).map(({ href, key }) => ({
        href,
        text:
          key === 'stuck' && principal?.waiting?.stuck ? `${t(key)} (${principal.waiting.stuck})` : t(key),
        current: href === '/' ? path === '/' : path.startsWith(href),
      }))}
      signedIn={
        principal && {
          name: principal.name,
          href: app === 'portal' ? '/account' : '/account/sessions',
          signOutHref: '/sign-out',
        }
      }
      reader={principal && formOf(principal)}
      languageLinks={languageLinks(path)}
      islands={[...(page.islands ?? []), ...(time ? ['session'] : [])]}
      after={time && <SessionWatch time={time} />}
    >
      {principal?.newDevices && path.split('?')[0] !== '/account/sessions' ? (
        <InsetText>
          {t('new-devices')} <a href="/account/sessions">{t('new-devices-look')}</a>
        </InsetText>
      ) : null}
      {principal?.anyPasskey && <InsetText>{t('any-passkey')}</InsetText>}
      {children}
    </Page>
  );
}

type NavigationKey = 'services' | 'applications' | 'inbox' | 'account' | 'sign-in' | 'queue' | Room;
type Room = (typeof rooms)[keyof typeof rooms] | (typeof moreRooms)[number][1];

/** The rooms of the desk that a role opens, beside the queue. */
export const rooms = {
  identity: 'counter',
  administrator: 'officers',
  designer: 'design',
  auditor: 'questions',
} as const;

/** What such a role finds beside its room. */
const moreRooms = [
  ['administrator', 'assignment'],
  ['administrator', 'ratings'],
  ['administrator', 'stuck'],
] as const;

function navigation({ app, principal }: PageContext): { href: string; key: NavigationKey }[] {
  if (app === 'sandbox') return [];
  const signIn = principal ? [] : [{ href: '/sign-in', key: 'sign-in' as const }];
  if (app === 'desk') return principal ? deskPlaces(principal) : signIn;
  const own = principal
    ? [
        { href: '/inbox', key: 'inbox' as const },
        { href: '/account', key: 'account' as const },
      ]
    : [];
  return [
    { href: '/procedures', key: 'services' },
    { href: '/applications', key: 'applications' },
    ...own,
    ...signIn,
  ];
}

function deskPlaces({ roles }: Principal): { href: string; key: NavigationKey }[] {
  const held = new Set(roles.map(({ role }) => role));
  const open = Object.entries(rooms).filter(([role]) => held.has(role));
  const more = moreRooms.filter(([role]) => held.has(role));
  const handles = roles.some(({ role }) => !(role in rooms));
  const queue = handles ? [{ href: '/', key: 'queue' as const }] : [];
  return [...queue, ...[...open, ...more].map(([, key]) => ({ href: `/${key}`, key: key as Room }))];
}

function languageLinks(path: string): Record<Language, string> {
  const link = (language: Language) => [language, addressWithLanguage(path, language)];
  return Object.fromEntries(languages.map(link)) as Record<Language, string>;
}
