import { Injectable, type Type } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-strategy';
import { Platform } from '#lib/platform';
import type { Audience } from '../audience.js';
import { bodyField } from '../ceremony/body-field.js';
import { refusePasskey } from '../passkey/refuse-passkey.js';
import { verifyAssertion } from '../passkey/verify-assertion.js';
import { networkOf } from '../session/network.js';
import { preSessionOf } from '../session/pre-session.js';
import type { PasskeyOwner } from '../session/start-session.js';
import { slowDown } from '../throttle/slow-down.js';

type Verify = (request: FastifyRequest, done: (error: unknown, owner?: PasskeyOwner | null) => void) => void;

/** Passport strategy: the assertion in the `credential` of the body. Errs with a refusal, never merely fails. */
class PasskeyAssertionStrategy extends Strategy {
  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: unknown): void {
    this.verify(request as FastifyRequest, (error, owner) => {
      if (owner) this.success(owner);
      else this.error(error as Error);
    });
  }
}

/** The passkey strategy of one audience: `portal-passkey` or `desk-passkey`. */
export function passkeyStrategy(audience: Audience): Type<unknown> {
  @Injectable()
  class AudiencePasskeyStrategy extends PassportStrategy(PasskeyAssertionStrategy, `${audience}-passkey`) {
    constructor(private readonly platform: Platform) {
      super();
    }

    async validate(request: FastifyRequest): Promise<PasskeyOwner> {
      const { platform } = this;
      await slowDown(platform, 'sign-in-network', networkOf(request.ip));
      const boundTo = preSessionOf(request);
      if (!boundTo) return refusePasskey('the browser shows no pre-session');
      const { passkey } = await verifyAssertion(platform.database.manager, platform, {
        audience,
        purpose: 'sign-in',
        boundTo,
        assertion: bodyField(request.body, 'credential'),
      });
      return { ownerId: passkey.ownerId, passkeyId: passkey.id };
    }
  }
  return AudiencePasskeyStrategy;
}
