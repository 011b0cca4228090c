import { randomBytes } from 'node:crypto';
import { decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';
import type { Platform } from '#lib/platform';
import { nobodysKey } from './nobodys-key.js';
import { refuseForeignKey } from './refuse-foreign-key.js';

const platformWith = (blindIndexKey: Buffer) => ({ config: { secrets: { blindIndexKey } } }) as Platform;
const [ours, other] = [platformWith(randomBytes(32)), platformWith(randomBytes(32))];
const ids = Array.from({ length: 400 }, () => randomBytes(32).toString('base64url'));
const algorithm = (platform: Platform, id: string) =>
  Number(
    (decodeCredentialPublicKey(new Uint8Array(nobodysKey(platform, id))) as Map<number, unknown>).get(3),
  );

test('an unknown passkey has a key of any algorithm we take, the same at each try', () => {
  for (const id of ids) {
    refuseForeignKey(nobodysKey(ours, id));
    expect(nobodysKey(ours, id)).toBe(nobodysKey(ours, id));
  }
  expect(new Set(ids.map((id) => algorithm(ours, id)))).toEqual(new Set([-7, -8, -257]));
});

test('which one it is, nobody can know who has not our key', () => {
  expect(ids.some((id) => algorithm(ours, id) !== algorithm(other, id))).toBe(true);
});
