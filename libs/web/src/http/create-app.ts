import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import statics from '@fastify/static';
import { type DynamicModule, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { projectRoot, Refusal } from '#lib/platform';
import { registerExpectedHost } from './expected-host.js';
import { KeptPages } from './kept-pages.js';
import { protect } from './protect.js';
import { refuseDeepBodies } from './refuse-deep-bodies.js';
import { answerThrown } from './refusal.filter.js';
import { registerLanguageSwitch } from './request-language.js';
import type { WebSettings } from './web-settings.js';
import { worthCompressing } from './worth-compressing.js';

const megabyte = 1_048_576;
/** One file a request; a larger one is refused while it arrives. */
export const uploadLimitBytes = 10 * megabyte;

/**
 * One of the three hosts as a Nest application on Fastify, with everything that is the same for all. From where a request
 * came is what the connection says, unless it is one of the `trustedProxies`.
 */
export async function createApp(
  module: DynamicModule,
  settings: WebSettings,
  trustedProxies: string[] = [],
): Promise<NestFastifyApplication> {
  const kept = settings.keptMilliseconds > 0 ? new KeptPages(settings.keptMilliseconds) : undefined;
  const adapter = new FastifyAdapter({
    ...(kept && { serverFactory: kept.server }),
    bodyLimit: megabyte,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    // An address that cannot be read: no route, no hook and no filter of ours sees it.
    frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      void answerThrown(new Refusal('not-found', 404), request, reply),
  });
  const fastify = adapter.getInstance();
  fastify.decorateRequest('app', settings.app);
  kept?.answerFrom(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'warn', 'fatal'],
    abortOnError: false,
  });
  const secure = settings.host.origin.startsWith('https:');
  protect(fastify, secure);
  await app.register(cookie);
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: worthCompressing });
  await app.register(multipart, {
    limits: { fileSize: uploadLimitBytes, files: 1, fields: 50, fieldSize: 100_000, parts: 60 },
  });
  await app.register(statics, {
    root: join(projectRoot(), 'dist/assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  registerExpectedHost(fastify, settings.host.origin);
  refuseDeepBodies(fastify);
  registerLanguageSwitch(fastify, secure);
  fastify.addHook('onSend', async (_request, reply) => {
    if (reply.hasHeader('cache-control')) return;
    // A page with errors that answers a POST must be kept, or the browser's way back ends at an error of its own;
    // signing out clears what was kept.
    reply.header('cache-control', reply.statusCode === 422 ? 'private, no-cache' : 'no-store');
  });
  kept?.keepWhatIsSentBy(fastify);
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      transform: true,
      exceptionFactory: () => new Refusal('bad-request', 400),
    }),
  );
  return app;
}
