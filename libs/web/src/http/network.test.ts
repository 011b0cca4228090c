import { networkOf, senderOf } from './network.js';

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:a0b:12f0::1', '2001:db8:a0b::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['2001:0DB8:0000:1:2:3:4:5', '2001:db8:0::/48'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  ['203.0.113.77', '203.0.113.77'],
  ['::ffff:203.0.113.77', '203.0.113.77'],
  ['2001:db8:a0b:12f0::1', '2001:db8:a0b:1200::/56'],
  ['::1', '0:0:0:0::/56'],
])('%s is sent by %s', (address, sender) => {
  expect(senderOf(address)).toBe(sender);
});

test('who has gone before the address was read counts as one sender, whoever they were', () => {
  expect([networkOf(undefined), senderOf(undefined)]).toEqual(['0.0.0.0/24', '0.0.0.0']);
});
