import { createServer, type IncomingMessage, type OutgoingHttpHeader, type ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { RouteConfig } from '@nestjs/platform-fastify';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyInstance, FastifyRequest, FastifyServerFactory, FastifyServerOptions } from 'fastify';
import { languageCookie } from './request-language.js';
import { worthCompressing } from './worth-compressing.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    sameForAll?: boolean;
  }
  interface FastifyRequest {
    /** Told that the page which answers this request is made, whatever came of it. */
    pageMade?: ((page?: string, headers?: SentHeaders) => void) | undefined;
  }
}

/**
 * The page of this route is the same for every reader who is not signed in, whoever they are and whatever they did before.
 * While many ask, it is made once in `WebSettings.keptMilliseconds` and not once a reader (decision 27).
 */
export const SameForAll = () => RouteConfig({ sameForAll: true });

const mostPages = 256;
const mostCharacters = 200_000;
/** What belongs to one way of sending and not to the page. */
const ofThisSending = [
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'vary',
  'date',
  'connection',
  'keep-alive',
];
const onlyLanguage = new RegExp(`^(?:${languageCookie}=[a-z]{2})?$`);
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

type SentHeaders = Record<string, OutgoingHttpHeader | undefined>;

/** How the making of a page ended; `gone`: its reader went away before there was an answer. */
type Ended = 'made' | 'gone';

interface KeptPage {
  until: number;
  /** Names and values in turn. */
  headers: OutgoingHttpHeader[];
  /** By content coding (RFC 9110, section 8.4.1); compressed when first asked for. */
  bodies: { identity: Buffer; br?: Buffer; gzip?: Buffer };
}

/**
 * Answers for pages that are the same for all from memory, for so many milliseconds after they were made; who asks while
 * one is being made waits for it. Only readers without cookies, but for the language, are answered so; what sets a
 * cookie or is no success is never kept.
 */
export class KeptPages {
  readonly #pages = new Map<string, KeptPage>();
  readonly #making = new Map<string, Promise<Ended>>();

  constructor(private readonly milliseconds: number) {}

  /** A server that asks here before it asks Fastify, which costs more than the answer; otherwise as Fastify makes one. */
  readonly server: FastifyServerFactory = (handler, options) => {
    const server = createServer((request, response) => {
      const key = keyOf(request);
      const kept = key === undefined ? undefined : this.#fresh(key);
      if (kept) send(kept, request, response);
      else handler(request, response);
    });
    const { keepAliveTimeout, requestTimeout, connectionTimeout } = options as FastifyServerOptions;
    if (keepAliveTimeout !== undefined) server.keepAliveTimeout = keepAliveTimeout;
    if (requestTimeout !== undefined) server.requestTimeout = requestTimeout;
    return server.setTimeout(connectionTimeout);
  };

  /** Lets those wait who ask for a page that is being made. To be called before anything else is registered. */
  answerFrom(fastify: FastifyInstance): void {
    fastify.decorateRequest('pageMade', undefined);
    fastify.addHook('onRequest', async (request, reply) => {
      const key = request.routeOptions.config.sameForAll ? keyOf(request.raw) : undefined;
      if (key === undefined) return;
      let making = this.#making.get(key);
      while (making && (await making) === 'gone') making = this.#making.get(key);
      const made = this.#fresh(key);
      if (made) {
        reply.hijack();
        return send(made, request.raw, reply.raw);
      }
      // Nobody waits for who waited in vain: what cannot be kept would be made for one reader after the other.
      if (!making) request.pageMade = this.#make(key, reply.raw);
    });
  }

  /** Keeps what is sent, before it is compressed. To be called when everything else that may set headers is registered. */
  keepWhatIsSentBy(fastify: FastifyInstance): void {
    fastify.addHook('onSend', async ({ pageMade }, reply, page) => {
      const sameAgain = reply.statusCode === 200 && !reply.hasHeader('set-cookie');
      if (sameAgain && typeof page === 'string' && page.length <= mostCharacters)
        pageMade?.(page, reply.getHeaders());
      else pageMade?.();
    });
  }

  #make(key: string, response: ServerResponse): NonNullable<FastifyRequest['pageMade']> {
    let goOn: ((how: Ended) => void) | undefined;
    const promise = new Promise<Ended>((resolve) => {
      goOn = resolve;
    });
    this.#making.set(key, promise);
    const end = (how: Ended) => {
      if (this.#making.get(key) === promise) this.#making.delete(key);
      goOn?.(how);
    };
    response.once('close', () => end('gone'));
    return (page, headers = {}) => {
      if (page !== undefined) this.#keep(key, page, headers);
      end('made');
    };
  }

  #fresh(key: string): KeptPage | undefined {
    const kept = this.#pages.get(key);
    return kept && kept.until > performance.now() ? kept : undefined;
  }

  #keep(key: string, page: string, sent: SentHeaders): void {
    this.#pages.delete(key);
    if (this.#pages.size >= mostPages) this.#pages.delete(this.#pages.keys().next().value ?? '');
    const headers = Object.entries(sent).flatMap(([name, value]) =>
      value === undefined || ofThisSending.includes(name) ? [] : [name, value],
    );
    this.#pages.set(key, {
      until: performance.now() + this.milliseconds,
      headers: [...headers, 'vary', 'accept-encoding'],
      bodies: { identity: Buffer.from(page) },
    });
  }
}

function send(kept: KeptPage, { headers }: IncomingMessage, response: ServerResponse): void {
  const coding = codingFor(kept, headers['accept-encoding']?.toString());
  const body = bodyIn(kept, coding);
  const encoded = coding === 'identity' ? [] : ['content-encoding', coding];
  response.writeHead(200, [...kept.headers, ...encoded, 'content-length', body.length]).end(body);
}

/** Everything that a page may depend on; undefined for a reader who may be known, and for what is not read only. */
function keyOf({ method, url, headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' || headers.authorization !== undefined || !onlyLanguage.test(headers.cookie ?? ''))
    return undefined;
  return [headers.host, url, headers.cookie, headers.accept, headers['accept-language']].join('\n');
}

function codingFor({ bodies }: KeptPage, accepted = ''): keyof KeptPage['bodies'] {
  if (bodies.identity.length < worthCompressing) return 'identity';
  const coding = negotiate(accepted, ['br', 'gzip', 'identity']);
  return coding === 'br' || coding === 'gzip' ? coding : 'identity';
}

function bodyIn({ bodies }: KeptPage, coding: keyof KeptPage['bodies']): Buffer {
  const { identity } = bodies;
  bodies[coding] ??= coding === 'br' ? brotliCompressSync(identity, quick) : gzipSync(identity);
  return bodies[coding] ?? identity;
}
