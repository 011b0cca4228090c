import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { challengeMinutes } from '../passkey/issue-challenge.js';

/** What a challenge route answers: options for the browser, and how long they may be answered. */
export interface OptionsReply<
  T = PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON,
> {
  publicKey: T;
  lifetimeSeconds: number;
}

export function optionsReply<T>(publicKey: T): OptionsReply<T> {
  return { publicKey, lifetimeSeconds: challengeMinutes * 60 };
}
