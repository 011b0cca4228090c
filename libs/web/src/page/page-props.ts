import type { Language } from '#lib/platform';
import type { Content } from '../components/props.js';

export interface NavigationItem {
  text: string;
  href: string;
  /** The section this page belongs to. */
  current?: boolean | undefined;
}

/** Who is signed in, as shown at the top of every page. */
export interface SignedIn {
  name: string;
  /** In what capacity: "Cán bộ tiếp nhận". */
  role?: string | undefined;
  /** The person's own page. Without it the name is plain text. */
  href?: string | undefined;
  /** Where the sign-out button posts to. */
  signOutHref: string;
}

export interface Flash {
  /** `success`: what was just done has worked. `notice`: anything else to know. Default `notice`. */
  kind?: 'success' | 'notice' | undefined;
  text: string;
}

export interface PageProps {
  language: Language;
  /** What the page is about, as in its h1; the name of the site follows by itself. */
  title: string;
  skin?: 'portal' | 'desk' | 'sandbox' | undefined;
  /** Puts "Lỗi: " before the title, so that it is the first thing heard and read. */
  errors?: boolean | undefined;
  homeHref?: string | undefined;
  /** Under the name of the site: at the desk, the agency. Default: its tagline. */
  place?: string | undefined;
  navigation?: NavigationItem[] | undefined;
  signedIn?: SignedIn | undefined;
  /** Where the same page is found in each language. */
  languageLinks?: Record<Language, string> | undefined;
  flash?: Flash | undefined;
  back?: { href: string; text?: string | undefined } | undefined;
  /** `reading` (default): one column of at most 40rem. `wide`: the full width of the shell. */
  layout?: 'reading' | 'wide' | undefined;
  /** A band over the full width, above the content: the search of the home page. */
  hero?: Content;
  footerLinks?: { text: string; href: string }[] | undefined;
  /** Islands of this page, by the name of their file: `passkey` for `passkey.island.ts`. */
  islands?: string[] | undefined;
  children?: Content;
  /** Behind everything, outside the content: dialogs. */
  after?: Content;
  /** For whom the page is made, where somebody is signed in (`formOf`): each form it posts says so. */
  reader?: string | undefined;
}
