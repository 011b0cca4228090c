import { Injectable, type Type } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-strategy';
import { Platform, Refusal } from '#lib/platform';
import { checkStillAttested } from '../attestation/check-attestation.js';
import type { Audience } from '../audience.js';
import { bodyField } from '../ceremony/body-field.js';
import { checkAssertion } from '../passkey/check-assertion.js';
import type { Passkey } from '../passkey/passkey.entity.js';
import { preSessionOf } from '../session/pre-session.js';
import { countFailure } from './count-failure.js';

type Verify = (request: FastifyRequest, done: (error: unknown, passkey?: Passkey | null) => void) => void;

/** Passport strategy: the assertion in the `credential` of the body. Errs with a refusal, never merely fails. */
class PasskeyAssertionStrategy extends Strategy {
  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: unknown): void {
    this.verify(request as FastifyRequest, (error, passkey) => {
      if (passkey) this.success(passkey);
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

    async validate(request: FastifyRequest): Promise<Passkey> {
      const { platform } = this;
      const assertion = bodyField(request.body, 'credential');
      const claim = { audience, purpose: 'sign-in', boundTo: preSessionOf(request), assertion } as const;
      const { passkey } = await checkAssertion(platform.database.manager, platform, claim).catch(
        async (error: unknown) => {
          if (error instanceof Refusal) await countFailure(platform, request, assertion);
          throw error;
        },
      );
      await checkStillAttested(platform.database.manager, platform, passkey);
      return passkey;
    }
  }
  return AudiencePasskeyStrategy;
}
