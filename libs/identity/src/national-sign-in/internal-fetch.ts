import type { CustomFetch } from 'openid-client';
import { Agent, request } from 'undici';
import type { HostConfig } from '#lib/platform';

const agent = new Agent({ maxResponseSize: 262_144 });

/** The provider cannot be reached, or cannot answer now. */
export class ProviderAway extends Error {}

/**
 * How our server asks a provider: at the address by which servers reach its host, under the name by which browsers
 * know it, and nothing outside that host, whatever its metadata say.
 */
export function internalFetch({ origin, internalUrl }: HostConfig): CustomFetch {
  return async (address, { method, headers, body, signal }) => {
    const url = new URL(address);
    if (url.origin !== origin) throw new Error('The metadata name an endpoint on another host');
    try {
      const response = await request(new URL(url.pathname + url.search, internalUrl), {
        method: method === 'POST' ? 'POST' : 'GET',
        headers: { ...headers, host: url.host },
        body: body === undefined || body === null ? null : String(body),
        signal: signal ?? null,
        dispatcher: agent,
      });
      const text = await response.body.text();
      if (response.statusCode >= 500) throw new ProviderAway(`answered ${response.statusCode}`);
      return new Response(text, { status: response.statusCode, headers: heardOf(response.headers) });
    } catch (error) {
      if (error instanceof ProviderAway) throw error;
      throw new ProviderAway((error as { code?: string }).code ?? (error as Error).name, { cause: error });
    }
  };
}

/** What openid-client reads of an answer beside its body. */
function heardOf(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const names = ['content-type', 'www-authenticate'];
  return Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));
}
