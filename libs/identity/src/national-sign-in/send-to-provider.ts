import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '#lib/platform';
import type { PageContext } from '#lib/web';
import { ensurePreSession } from '../session/pre-session.js';
import { localPath } from '../sign-in/local-path.js';
import { slowDownNetwork } from '../throttle/slow-down-network.js';
import { beginSignInElsewhere } from './begin-sign-in.js';
import { orFailurePage } from './or-failure-page.js';
import type { ProviderClients } from './provider-clients.js';
import type { TrustedProvider } from './trusted-provider.js';
import { failureOf } from './verify-callback.js';

/** Sends a browser to a provider, to come back to its callback. `level`: '2' where less is not enough. */
export async function sendToProvider(
  platform: Platform,
  clients: ProviderClients,
  provider: TrustedProvider,
  browser: { request: FastifyRequest; reply: FastifyReply; context: PageContext },
  { next, level }: { next: unknown; level?: unknown },
): Promise<unknown> {
  const { request, reply, context } = browser;
  await slowDownNetwork(platform, 'sign-in-network', browser);
  return orFailurePage(platform, provider, browser, async () => {
    const client = await clients.of(provider.name).catch((error: unknown) => {
      throw failureOf(error);
    });
    const url = await beginSignInElsewhere(platform, client, {
      provider,
      boundTo: ensurePreSession(request, reply),
      next: localPath(next),
      wantedLevel: level === '2' ? 2 : 1,
      language: context.language,
    });
    return reply.redirect(url.href, 303);
  });
}
