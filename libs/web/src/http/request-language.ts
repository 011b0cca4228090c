import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Language, languages } from '#lib/platform';

const cookieName = 'language';
const yearInSeconds = 31_536_000;

/** The language chosen with the switch, else the first that the browser asks for and we have, else Vietnamese. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = known(request.cookies?.[cookieName]);
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
    const [path = '/', query] = request.url.split('?', 2);
    const search = new URLSearchParams(query);
    const chosen = known(search.get('language') ?? undefined);
    if (!chosen) return;
    search.delete('language');
    await reply
      .setCookie(cookieName, chosen, {
        path: '/',
        maxAge: yearInSeconds,
        sameSite: 'lax',
        httpOnly: true,
        secure,
      })
      .redirect(onThisHost(path) + (search.size > 0 ? `?${search}` : ''), 303);
  });
}

/** Two slashes at the front would name another host. */
function onThisHost(path: string): string {
  return path.replace(/^[/\\]+/, '/');
}

function known(language: string | undefined): Language | undefined {
  return languages.find((each) => each === language);
}
