import { placeName } from './place-name.js';

test.each([
  ['113.160.7.0/24', 'Việt Nam, mạng 113.160.7.x'],
  // VNPT's networks of IPv6, which another table finds in Australia (decision 26).
  ['2001:ee0:4141::/48', 'Việt Nam, mạng 2001:ee0:4141:…'],
  ['8.8.8.0/24', 'Hoa Kỳ, mạng 8.8.8.x'],
])('%s is of a country: %s', (network, place) => {
  expect(placeName('vi', network)).toBe(place);
});

test('the country is said in the language of whoever reads', () => {
  expect(placeName('en', '113.160.7.0/24')).toBe('Vietnam, network 113.160.7.x');
  expect(placeName('fr', '113.160.7.0/24')).toBe('Viêt Nam, réseau 113.160.7.x');
});

test.each(['203.0.113.0/24', '2001:db8:a0b::/48'])(
  'nobody knows where %s is: the network stands alone',
  (network) => {
    expect(placeName('vi', network)).toMatch(/^mạng [\d.a-f:]+(x|…)$/);
  },
);

test.each(['127.0.0.0/24', '0:0:0::/48'])('%s is the machine that the portal runs on', (network) => {
  expect(placeName('en', network)).toBe('the machine the portal runs on');
});

test.each([
  '10.1.2.0/24',
  '172.31.0.0/24',
  '192.168.1.0/24',
  '169.254.7.0/24',
  '100.127.9.0/24',
  'fd12:3456:789a::/48',
  'fe80:0:0::/48',
])('%s is a private network', (network) => {
  expect(placeName('en', network)).toMatch(/^private network /);
});
