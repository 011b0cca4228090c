import { isIPv4 } from 'node:net';

/**
 * The network an address belongs to: /24 of IPv4, /48 of IPv6. Enough to throttle a sender and to recognise a
 * place, too little to single out a person.
 */
export function networkOf(address: string | undefined): string {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  return `${groupsOf(plain).slice(0, 3).map(asHex).join(':')}::/48`;
}

/** One of the 256 senders of such a network: an address of IPv4, a /56 of IPv6. */
export function senderOf(address: string | undefined): string {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return plain;
  const [first, second, third, fourth = 0] = groupsOf(plain);
  return `${[first, second, third, fourth & 0xff00].map(asHex).join(':')}::/56`;
}

/** Who has closed the connection by now has no address any more: all of them count as one sender. */
function plainAddress(address = '0.0.0.0'): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

/** The eight groups of an address of IPv6. */
function groupsOf(plain: string): number[] {
  const [head = '', tail] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const left = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...left, ...after].map((group) => Number.parseInt(group, 16));
}

function asHex(group = 0): string {
  return group.toString(16);
}
