import { ConfigError } from './config-error.js';
import { loadConfig } from './config.js';

const proxies = (TRUSTED_PROXIES?: string) =>
  loadConfig({ DATABASE_URL: 'postgres://x@localhost/x', DATA_DIR: '/tmp/none', ...secrets, TRUSTED_PROXIES })
    .trustedProxies;
const secrets = {
  ENCRYPTION_KEY: '11'.repeat(32),
  BLIND_INDEX_KEY: '22'.repeat(32),
  NATIONAL_API_KEY: '33'.repeat(32),
};

test('nobody is believed where a request came from unless said', () => {
  expect(proxies()).toEqual([]);
});

test.each([
  ['10.0.0.0/8, 192.0.2.7', ['10.0.0.0/8', '192.0.2.7']],
  ['2001:db8::/32', ['2001:db8::/32']],
])('%s are read', (said, read) => {
  expect(proxies(said)).toEqual(read);
});

test.each(['true', '10.0.0.0/33', '10.0.0', '10.0.0.0/8/8', 'proxy.example'])('%s is none', (said) => {
  expect(() => proxies(said)).toThrow(ConfigError);
});
