import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Language, languages } from '#lib/platform';

export const languageCookie = 'language';
const yearInSeconds = 31_536_000;

/** The language chosen with the switch, else the first that the browser asks for and we have, else Vietnamese. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = known(request.cookies?.[languageCookie]);
  if (chosen) return chosen;
  const wanted = request.headers['accept-language']
    ?.split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted?.map(known).find(Boolean) ?? 'vi';
}

/** `?language=en` on any page sets the language and leads back to the page itself. */
export function registerLanguageSwitch(fastify: FastifyInstance, secure: boolean): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET') return;
    const chosen = known(splitAddress(request.url).search.get('language') ?? undefined);
    if (!chosen) return;
    await reply
      .setCookie(languageCookie, chosen, {
        path: '/',
        maxAge: yearInSeconds,
        sameSite: 'lax',
        httpOnly: true,
        secure,
      })
      .redirect(addressWithLanguage(request.url), 303);
  });
}

/** The same page with the switch set to a language, or without the switch. Always of this host. */
export function addressWithLanguage(address: string, language?: Language): string {
  const { path, search } = splitAddress(address);
  if (language) search.set('language', language);
  else search.delete('language');
  return search.size > 0 ? `${path}?${search}` : path;
}

/** Whatever a client sends as an address: two slashes at the front would name another host. */
function splitAddress(address: string): { path: string; search: URLSearchParams } {
  const [path = '/', query] = address.split('?', 2);
  return { path: path.replace(/^[/\\]+/, '/'), search: new URLSearchParams(query) };
}

function known(language: string | undefined): Language | undefined {
  return languages.find((each) => each === language);
}
