import { BlockList, isIPv4 } from 'node:net';
import type { Language } from '#lib/platform';
import { countryName } from '../counter-matters/country-name.js';
import { countryOf } from './country-of.js';
import { ownSessionsTexts } from './texts.js';

/** Addresses of the machine itself, and those that no provider gives to one place alone (RFC 1918, 3927, 4193, 6598). */
const loopback = blocks('127.0.0.0/8', '::/96');
const unrouted = blocks(
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
  'fc00::/7',
  'fe80::/10',
);

/**
 * Where a sign-in came from, as far as its network (`networkOf`) says, in words for the middle of a sentence:
 * "Việt Nam, mạng 113.160.7.x", a private network, the machine that the portal runs on; only the network where no
 * country is known.
 */
export function placeName(language: Language, network: string): string {
  const t = ownSessionsTexts(language);
  const [address = ''] = network.split('/');
  if (contains(loopback, address)) return t('placeHere');
  const start = { network: isIPv4(address) ? address.replace(/0$/, 'x') : address.replace(/::$/, ':…') };
  if (contains(unrouted, address)) return t('placePrivate', start);
  const country = countryOf(address);
  return country
    ? t('placeIn', { ...start, country: countryName(language, country) })
    : t('placeUnknown', start);
}

function blocks(...ranges: string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [start = '', bits] = range.split('/');
    list.addSubnet(start, Number(bits), family(start));
  }
  return list;
}

function contains(list: BlockList, address: string): boolean {
  return list.check(address, family(address));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
