import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IDToken, UserInfoResponse } from 'openid-client';
import { type Platform, seal, unseal } from '#lib/platform';
import type { SampleParty } from './sample-party.js';

export interface PendingSignIn {
  state: string;
  nonce: string;
  verifier: string;
  acr?: string;
}

/** What a sample must remember of a browser; it lies sealed in the browser's own cookie. */
export interface SampleMemory {
  /** Sign-ins under way, one for each tab they were begun in, the newest last. */
  underWay?: PendingSignIn[];
  signedIn?: { idToken: IDToken; userinfo: UserInfoResponse; accessToken: string };
}

export function recall(platform: Platform, request: FastifyRequest, party: SampleParty): SampleMemory {
  const sealed = request.cookies[cookieName(party)];
  if (!sealed) return {};
  try {
    return JSON.parse(unseal(platform.config.secrets.encryptionKey, place(party), sealed)) as SampleMemory;
  } catch {
    // Written by another installation, or tampered with.
    return {};
  }
}

export function remember(
  platform: Platform,
  reply: FastifyReply,
  party: SampleParty,
  memory: SampleMemory,
): void {
  const { encryptionKey } = platform.config.secrets;
  reply.setCookie(cookieName(party), seal(encryptionKey, place(party), JSON.stringify(memory)), {
    path: `/${party.clientId}`,
    httpOnly: true,
    sameSite: 'lax',
    secure: platform.config.sandbox.origin.startsWith('https:'),
  });
}

export function forget(reply: FastifyReply, party: SampleParty): void {
  reply.clearCookie(cookieName(party), { path: `/${party.clientId}` });
}

const cookieName = ({ clientId }: SampleParty) => clientId.replace('-', '_');
const place = ({ clientId }: SampleParty) => `sample:cookie:${clientId}` as const;
