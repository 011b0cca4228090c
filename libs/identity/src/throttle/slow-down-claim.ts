import { blindIndex, type Platform } from '#lib/platform';
import { type Claim, nameKey } from '../sign-up/match-register.js';
import { slowDown } from './slow-down.js';

/**
 * Counts a claim to be somebody and refuses 'too-many-tries' (429): per network and ID number, so that nobody elsewhere
 * holds up whose number it is, and per day for the claim as a whole, so that codes cannot be guessed from many networks.
 * Whoever says a wrong name or birth date counts for themselves; true and false claims count alike, and tell nothing.
 */
export async function slowDownClaim(
  platform: Platform,
  network: string,
  { idNumber, fullName, birthDate }: Claim,
): Promise<void> {
  const key = (...parts: string[]) =>
    blindIndex(platform.config.secrets.blindIndexKey, JSON.stringify(parts));
  await slowDown(platform, 'claim-network', key(network, idNumber));
  await slowDown(platform, 'claim-day', key(idNumber, nameKey(fullName), birthDate));
}
