import { Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Platform } from '#lib/platform';
import { type PageContext, sendPage } from '#lib/web';
import { failurePage } from './failure-page.js';
import { recordFederationRisk } from './record-risk.js';
import { failureStatus, SignInFailure } from './sign-in-failure.js';
import type { TrustedProvider } from './trusted-provider.js';

const logger = new Logger('Sign-in elsewhere');

/** Does a part of a sign-in with another provider; where it fails, answers with words and what to do. */
export async function orFailurePage(
  platform: Platform,
  { name, path }: TrustedProvider,
  { context, reply }: { context: PageContext; reply: FastifyReply },
  act: () => Promise<unknown>,
): Promise<unknown> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof SignInFailure)) throw error;
    logger.warn(`${name}: ${error.code}: ${error.reason}`);
    if (error.risk) await recordFederationRisk(platform, error.risk, name);
    if (error.code === 'unavailable') reply.header('retry-after', '10');
    return sendPage(reply, failurePage(context, error.code, path + error.query), failureStatus[error.code]);
  }
}
