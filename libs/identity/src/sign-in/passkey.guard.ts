import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { audienceOf } from '../audience.js';
import type { Passkey } from '../passkey/passkey.entity.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What this request was let in with, by `PasskeyGuard`. */
    user?: Passkey;
  }
}

/** Lets in who uses a passkey in this very request, by the passport strategy of the app. */
@Injectable()
export class PasskeyGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const Guard = AuthGuard(`${audienceOf(request)}-passkey`);
    return (await new Guard().canActivate(context)) as boolean;
  }
}
