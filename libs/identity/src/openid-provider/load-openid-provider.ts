/**
 * oidc-provider, loaded with the first sign-in: it takes a while, and most starts need it late or never.
 * It uses `URL.parse`, which Node 20.19 does not have (20.20 and 22.1 do): there it is given one that does the same.
 */
export function loadOpenidProvider(): Promise<typeof import('oidc-provider')> {
  if (!('parse' in URL)) Object.defineProperty(URL, 'parse', { value: parsed });
  return import('oidc-provider');
}

/** What `URL.parse` answers: the address, or null where it is none. */
function parsed(address: string, base?: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}
