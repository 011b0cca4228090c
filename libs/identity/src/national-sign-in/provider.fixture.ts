import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** What a provider that lies puts into its ID token instead of the truth. */
export interface Lies {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signed with a key that is not the provider's. */
  otherKey?: true;
  /** In what it tells of itself. */
  metadata?: Record<string, unknown>;
  /** Answers nothing but this. */
  status?: number;
}

/** A provider in full command of its signing key: its ID tokens say what a test wants. */
export async function startLyingProvider(issuerPath: string) {
  let lies: Lies = {};
  let truth: Record<string, unknown> = {};
  const exchanged: URLSearchParams[] = [];
  let discoveries = 0;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const json = (content: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    if (lies.status) return response.writeHead(lies.status).end();
    if (request.url?.endsWith('/jwks'))
      return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256', use: 'sig' }] });
    if (request.url?.endsWith('/token')) {
      exchanged.push(new URLSearchParams(body));
      return json({ access_token: 'a', token_type: 'Bearer', id_token: idToken() });
    }
    discoveries += 1;
    return json({
      issuer: issuer(),
      authorization_endpoint: `${issuer()}/auth`,
      token_endpoint: `${issuer()}/token`,
      jwks_uri: `${issuer()}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['ES256'],
      ...lies.metadata,
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = () => url + issuerPath;

  function idToken(): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer(), iat: now, exp: now + 300, auth_time: now, ...truth, ...lies.claims };
    const head = `${part({ alg: 'ES256', kid: 'k', ...lies.header })}.${part(claims)}`;
    const key = { key: lies.otherKey ? other : privateKey, dsaEncoding: 'ieee-p1363' } as const;
    return `${head}.${sign('sha256', Buffer.from(head), key).toString('base64url')}`;
  }

  return {
    url,
    exchanged,
    discoveries: () => discoveries,
    lie: (next: Lies) => {
      lies = next;
    },
    /** Answers an authorization request as a person would have it answered: where the browser goes then. */
    answer: (authorization: string, claims: Record<string, unknown>): string => {
      const asked = new URL(authorization).searchParams;
      truth = { aud: asked.get('client_id'), nonce: asked.get('nonce'), ...claims };
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code: 'c', state: asked.get('state') ?? '' }).toString();
      return back.pathname + back.search;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function part(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** The PKCE challenge of a verifier, RFC 7636, section 4.2. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
