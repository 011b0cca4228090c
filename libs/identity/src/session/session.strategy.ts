import { Injectable, type Type } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-strategy';
import { Platform, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { Audience } from '../audience.js';
import { tokenIn } from './cookies.js';
import { findSession } from './find-session.js';
import { principalOf } from './principal-of.js';

type Verify = (token: string, done: (error: unknown, principal?: Principal | null) => void) => void;

/** Passport strategy: the session whose token the browser's cookie holds. Fails without one, or with one that ended. */
class SessionCookieStrategy extends Strategy {
  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: unknown): void {
    const token = tokenIn(request as FastifyRequest, 'session');
    if (!token) return this.fail(401);
    this.verify(token, (error, principal) => {
      if (error) this.error(error as Error);
      else if (principal) this.success(principal);
      else this.fail(401);
    });
  }
}

/** What another lib knows of a principal. */
export type MoreOfPrincipal = (
  tx: Tx,
  platform: Platform,
  principal: Principal,
) => Promise<Partial<Principal>>;

/** Portal and desk may live in one process and share passport: their strategies carry the audience in the name. */
export function sessionStrategy(audience: Audience, more?: MoreOfPrincipal): Type<unknown> {
  @Injectable()
  class AudienceSessionStrategy extends PassportStrategy(SessionCookieStrategy, `${audience}-session`) {
    constructor(private readonly platform: Platform) {
      super();
    }

    async validate(token: string): Promise<Principal | undefined> {
      const tx = this.platform.database.manager;
      const session = await findSession(tx, this.platform, audience, token);
      const principal = session && principalOf(this.platform, session);
      return principal && more ? { ...principal, ...(await more(tx, this.platform, principal)) } : principal;
    }
  }
  return AudienceSessionStrategy;
}
