import type { FastifyReply } from 'fastify';
import { type PageContext, sendPage } from '#lib/web';
import { failurePage, readFailure } from './failure-page.js';
import type { TrustedProvider } from './trusted-provider.js';

/** Shows once more why nobody was signed in; an address that names no failure leads to the sign-in itself. */
export function showFailure(
  { path }: TrustedProvider,
  { context, reply }: { context: PageContext; reply: FastifyReply },
  query: Record<string, unknown>,
) {
  const failure = readFailure(path, query);
  return failure
    ? sendPage(reply, failurePage(context, failure.code, failure.again))
    : reply.redirect('/sign-in', 303);
}
