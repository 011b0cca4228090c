import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { ConfigError } from './config-error.js';
import { loadMail, type MailConfig } from './mail-config.js';
import { readSecrets, type Secrets } from './secrets.js';

/** Where one of the three hosts listens and how the world names it. */
export interface HostConfig {
  port: number;
  /** Network address to listen on: this machine alone unless told otherwise. */
  listenAddress: string;
  /** What browsers call it; WebAuthn and CSRF compare against it. */
  origin: string;
  /** WebAuthn relying party id: the host name of `origin`, unless PORTAL_RP_ID or DESK_RP_ID names a domain above it. */
  rpId: string;
  /** How our own servers reach it: Node does not resolve `*.localhost`. */
  internalUrl: string;
}

/** Everything the apps are told from outside, read and checked once at start. */
export interface Config {
  dataDir: string;
  databaseUrl: string;
  portal: HostConfig;
  desk: HostConfig;
  sandbox: HostConfig;
  secrets: Secrets;
  mail: MailConfig;
  /** Browsers need https but for `*.localhost`; then cookies and HSTS follow. */
  production: boolean;
  /** Addresses and networks whose word on where a request came from is taken (`X-Forwarded-For`); none unless said. */
  trustedProxies: string[];
  /** Whether officers' passkeys must come from models on the agency's list, with the maker's word for it. */
  officerAttestation: 'required' | 'none';
}

type Env = Record<string, string | undefined>;

/**
 * Reads the configuration from the environment.
 * Refuses (`ConfigError`, one sentence) a port or address that cannot be one, a missing DATABASE_URL and,
 * in production, a missing secret.
 */
export function loadConfig(env: Env, databaseUrl = env.DATABASE_URL): Config {
  const dataDir = resolve(env.DATA_DIR ?? '.data');
  const production = env.NODE_ENV === 'production';
  if (!databaseUrl)
    throw new ConfigError(
      'DATABASE_URL is not set. Set it to a PostgreSQL 15 or newer, or use `npm start`, which brings its own.',
    );
  const hosts = loadHosts(env);
  return {
    dataDir,
    databaseUrl: checkedDatabaseUrl(databaseUrl),
    production,
    trustedProxies: trustedProxies(env),
    ...hosts,
    mail: loadMail(env, hosts.portal.rpId, production),
    officerAttestation: officerAttestation(env, production),
    secrets: readSecrets(env, dataDir, production),
  };
}

function officerAttestation(env: Env, production: boolean): Config['officerAttestation'] {
  const wish = env.OFFICER_ATTESTATION ?? (production ? 'required' : 'none');
  if (wish !== 'required' && wish !== 'none')
    throw new ConfigError(`OFFICER_ATTESTATION must be "required" or "none", but is "${wish}".`);
  if (production && wish === 'none')
    throw new ConfigError('OFFICER_ATTESTATION must be "required" in production.');
  return wish;
}

/** The three hosts alone: what can be checked before anything is started. */
export function loadHosts(env: Env): Pick<Config, 'portal' | 'desk' | 'sandbox'> {
  const hosts = {
    portal: host(env, 'PORTAL', 3000, 'localhost'),
    desk: host(env, 'DESK', 3001, 'desk.localhost'),
    sandbox: host(env, 'SANDBOX', 3002, 'national.localhost'),
  };
  const { portal, desk, sandbox } = hosts;
  if (new Set([portal.port, desk.port, sandbox.port]).size < 3)
    throw new ConfigError(
      `PORTAL_PORT (${portal.port}), DESK_PORT (${desk.port}) and SANDBOX_PORT (${sandbox.port}) must be three different ports.`,
    );
  return hosts;
}

function host(
  env: Env,
  name: 'PORTAL' | 'DESK' | 'SANDBOX',
  defaultPort: number,
  hostname: string,
): HostConfig {
  const port = Number(env[`${name}_PORT`] ?? defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new ConfigError(
      `${name}_PORT must be a whole number from 1 to 65535, but is "${env[`${name}_PORT`]}".`,
    );
  const origin = env[`${name}_ORIGIN`] ?? `http://${hostname}:${port}`;
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url || url.origin !== origin)
    throw new ConfigError(`${name}_ORIGIN must look like https://dichvucong.example, but is "${origin}".`);
  return {
    port,
    listenAddress: env.LISTEN_ADDRESS ?? 'localhost',
    origin,
    rpId: relyingPartyId(env, name, url.hostname),
    internalUrl: env[`${name}_INTERNAL_URL`] ?? `http://127.0.0.1:${port}`,
  };
}

/** Passkeys are bound to it for good; browsers accept the host name or a domain above it (WebAuthn Level 3, section 5.1.3). */
function relyingPartyId(env: Env, name: string, hostname: string): string {
  const id = env[`${name}_RP_ID`] ?? hostname;
  if (id !== hostname && !(id.includes('.') && hostname.endsWith(`.${id}`)))
    throw new ConfigError(`${name}_RP_ID must be "${hostname}" or a domain above it, but is "${id}".`);
  return id;
}

function checkedDatabaseUrl(url: string): string {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new ConfigError('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  return url;
}

function trustedProxies({ TRUSTED_PROXIES = '' }: Env): string[] {
  const given = TRUSTED_PROXIES.split(',').flatMap((each) => each.trim() || []);
  const wrong = given.find((each) => !isNetwork(each));
  if (wrong)
    throw new ConfigError(
      `TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, with commas between them, but one is "${wrong}".`,
    );
  return given;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}
