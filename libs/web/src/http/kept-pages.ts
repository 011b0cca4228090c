import { createServer, type IncomingMessage, type OutgoingHttpHeader, type ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest, FastifyServerFactory, FastifyServerOptions } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    sameForAll?: boolean;
  }
  interface FastifyRequest {
    /** Told that the page which answers this request is made, whatever came of it. */
    pageMade?: ((page?: string, headers?: Headers) => void) | undefined;
  }
}

/**
 * The page of this route is the same for every reader who is not signed in, whoever they are and whatever they did before.
 * While many ask, it is made once in `WebSettings.keptMilliseconds` and not once a reader (decision 27).
 */
export const SameForAll = () => RouteConfig({ sameForAll: true });

const mostPages = 256;
const mostCharacters = 200_000;
/** As `@fastify/compress` is told to. */
const worthCompressing = 1024;
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
const onlyLanguage = /^(?:language=[a-z]{2})?$/;
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

type Headers = Record<string, OutgoingHttpHeader | undefined>;

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
  readonly #making = new Map<string, Promise<void>>();

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
      await this.#making.get(key);
      const made = this.#fresh(key);
      if (made) {
        reply.hijack();
        return send(made, request.raw, reply.raw);
      }
      // The first of those who waited in vain is the next whom the others wait for.
      if (!this.#making.has(key)) request.pageMade = this.#make(key, reply.raw);
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
    let goOn: (() => void) | undefined;
    const promise = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const made: FastifyRequest['pageMade'] = (page, headers = {}) => {
      if (page !== undefined) this.#keep(key, page, headers);
      if (this.#making.get(key) === promise) this.#making.delete(key);
      goOn?.();
    };
    this.#making.set(key, promise);
    // Its reader may have gone before there was an answer.
    response.once('close', () => made());
    return made;
  }

  #fresh(key: string): KeptPage | undefined {
    const kept = this.#pages.get(key);
    return kept && kept.until > performance.now() ? kept : undefined;
  }

  #keep(key: string, page: string, sent: Headers): void {
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
  if (accepted === '' || bodies.identity.length < worthCompressing) return 'identity';
  const names = accepted
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => !/;\s*q=0(?:\.0*)?$/.test(each))
    .map((each) => each.replace(/;.*/, ''));
  return (['br', 'gzip'] as const).find((each) => names.includes(each)) ?? 'identity';
}

function bodyIn({ bodies }: KeptPage, coding: keyof KeptPage['bodies']): Buffer {
  const { identity } = bodies;
  bodies[coding] ??= coding === 'br' ? brotliCompressSync(identity, quick) : gzipSync(identity);
  return bodies[coding] ?? identity;
}
