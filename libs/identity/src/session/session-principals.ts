import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { type Principal, PrincipalReader } from '#lib/web';
import { audienceOf } from '../audience.js';

/** Finds the principal of a request by the session strategy of its app. */
@Injectable()
export class SessionPrincipals extends PrincipalReader {
  read(request: FastifyRequest): Promise<Principal | undefined> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, principal?: Principal | false | null) =>
        error ? reject(error) : resolve(principal || undefined);
      passport.authenticate(`${audienceOf(request)}-session`, { session: false }, done)(request, {}, reject);
    });
  }
}
