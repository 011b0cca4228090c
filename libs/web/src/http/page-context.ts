import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Language } from '#lib/platform';
import type { Principal } from './principal.js';
import { languageOf } from './request-language.js';
import type { AppName } from './web-settings.js';

/** What the shell of every page needs to know of the request it answers. */
export interface PageContext {
  app: AppName;
  language: Language;
  /** Path and query, to come back to after signing in or changing the language. */
  path: string;
  principal?: Principal | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    app: AppName;
  }
}

export function pageContextOf(request: FastifyRequest): PageContext {
  return {
    app: request.app,
    language: languageOf(request),
    path: request.url,
    principal: request.principal,
  };
}

/** Controller parameter: the `PageContext` of the request. */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  pageContextOf(execution.switchToHttp().getRequest<FastifyRequest>()),
);

/** Controller parameter: the signed-in principal, on a route that demands one. */
export const Who = createParamDecorator((_: unknown, execution: ExecutionContext) => {
  const { principal } = execution.switchToHttp().getRequest<FastifyRequest>();
  if (!principal) throw new Error('A route that needs its principal must demand one with WhoMay');
  return principal;
});
