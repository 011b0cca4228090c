import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { defineRefusalTexts, isDatabaseAway, Refusal, refusalWords } from '#lib/platform';
import { renderPage } from '../page/render-page.js';
import { pageContextOf } from './page-context.js';
import { networkOf } from './network.js';
import en from './refusals.en.json' with { type: 'json' };
import fr from './refusals.fr.json' with { type: 'json' };
import vi from './refusals.vi.json' with { type: 'json' };
import { isShownBeside, RefusalPage } from './refusal-page.js';

defineRefusalTexts({ vi, en, fr });

const faults = new Logger('Fault');
const refusals = new Logger('Refusal');

/** Answers what a handler threw. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    await answerThrown(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/**
 * A refusal in words, with its 4xx; a fault with 500, a request id and nothing else. A refusal that has a reason for the
 * log is told there with which request it was and from which network (ASVS 16.3.1).
 */
export async function answerThrown(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (reply.sent) return;
  const refusal = refusalOf(thrown);
  const wait = secondsToWait(refusal);
  if (wait) reply.header('retry-after', String(wait));
  const asked = `${request.id} ${request.method} ${request.routeOptions?.url}`;
  if (!refusal) faults.error(asked, stackOf(thrown));
  else if (refusal.reason)
    refusals.warn(`${asked} from ${networkOf(request.ip)}: ${refusal.code}: ${refusal.reason}`);
  const context = pageContextOf(request);
  const code = refusal?.code ?? 'fault';
  const facts = refusal?.facts ?? { requestId: request.id };
  const inWords = (each: string) => refusalWords(each, context.language, facts);
  const atDesk = context.app === 'desk' ? inWords(`${code}-at-desk`) : undefined;
  const words = atDesk ?? inWords(code) ?? inWords('bad-request');
  if (!words) throw new Error('The general refusal has no words');
  reply.code(refusal?.status ?? 500);
  const sendsAgain = wait !== undefined || isShownBeside(code) || code === 'form-of-another';
  // What was typed is in the page: who comes back to it finds it, as in one with errors.
  if (sendsAgain && request.method === 'POST') reply.header('cache-control', 'private, no-cache');
  if (code === 'sign-in-needed' && wantsPage(request) && request.method === 'GET') {
    await reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
  } else if (wantsPage(request)) {
    await reply
      .type('text/html; charset=utf-8')
      .send(
        renderPage(<RefusalPage {...{ context, code, words }} again={sendsAgain ? request : undefined} />),
      );
  } else {
    await reply.type('application/json; charset=utf-8').send({ code, ...words, facts });
  }
}

function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept?.includes('text/html') ?? false);
}

/** A refusal of ours, or one of Nest's or Fastify's own told in our words; undefined for a fault. */
function refusalOf(thrown: unknown): Refusal | undefined {
  if (thrown instanceof Refusal) return thrown;
  if (isDatabaseAway(thrown)) return new Refusal('out-of-service', 503);
  const status =
    thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: number })?.statusCode;
  if (status === undefined || status >= 500) return undefined;
  if (status === 404) return new Refusal('not-found', 404);
  if (status === 413) return new Refusal('too-large', 413);
  if (status === 415) return new Refusal('unsupported-content', 415);
  return new Refusal('bad-request', 400);
}

/** Seconds after which the same request may succeed (RFC 9110, section 10.2.3); undefined where waiting helps nobody. */
function secondsToWait(refusal: Refusal | undefined): number | undefined {
  if (refusal?.status === 503) return 10;
  return refusal?.status === 429 ? Number(refusal.facts.seconds ?? 60) : undefined;
}

function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
