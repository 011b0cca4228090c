import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { digest, Refusal } from '#lib/platform';
import { refuseFormOfAnother } from './form-of.js';
import { type Principal, PrincipalReader } from './principal.js';
import { checkSameOrigin } from './same-origin.js';
import { WebSettings } from './web-settings.js';
import { type Caller, whoMayKey } from './who-may.js';

declare module 'fastify' {
  interface FastifyRequest {
    principal?: Principal | undefined;
  }
}

/** Stands before every route: knows the principal, and lets in whom the route names with `WhoMay`. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: PrincipalReader,
    private readonly settings: WebSettings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = this.reflector.getAllAndOverride<Caller | undefined>(whoMayKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!caller) throw new Error(`${context.getClass().name}.${context.getHandler().name} names no caller`);
    if (caller === 'system') {
      if (!showsKey(request, this.settings.apiKey)) throw new Refusal('api-key-missing', 401);
      return true;
    }
    checkSameOrigin(request, this.settings.host.origin);
    request.principal = await this.principals.read(request);
    if (request.principal) refuseFormOfAnother(request, request.principal);
    if (caller !== 'anyone' && request.principal?.kind !== caller) throw new Refusal('sign-in-needed', 401);
    return true;
  }
}

function showsKey(request: FastifyRequest, key: string): boolean {
  const shown = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
  return timingSafeEqual(digest(shown), digest(key));
}
