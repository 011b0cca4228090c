import { blindIndex, type Platform } from '#lib/platform';
import { type Claim, nameKey } from '../sign-up/match-register.js';
import { countTry } from './count-try.js';
import { slowDown } from './slow-down.js';

/**
 * Counts a claim to be somebody, per network and ID number, so that nobody elsewhere holds up whose number it is, and
 * refuses 'too-many-tries' (429). True and false claims count alike, and tell nothing.
 */
export async function slowDownClaim(
  platform: Platform,
  network: string,
  { idNumber }: Pick<Claim, 'idNumber'>,
): Promise<void> {
  await slowDown(platform, 'claim-network', keyOf(platform, network, idNumber));
}

/**
 * Counts a claim for which a code is sent, and says whether it was made so often in a day, from whatever networks, that
 * somebody may be guessing codes. Nobody is refused for that: the codes get longer, and whose phone it is reads them all
 * the same. Whoever says a wrong name or birth date counts for themselves.
 */
export async function isClaimedOften(
  platform: Platform,
  { idNumber, fullName, birthDate }: Claim,
): Promise<boolean> {
  const key = keyOf(platform, idNumber, nameKey(fullName), birthDate);
  return (await countTry(platform, 'claim-day', key)) !== undefined;
}

function keyOf({ config }: Platform, ...parts: string[]): string {
  return blindIndex(config.secrets.blindIndexKey, JSON.stringify(parts));
}
