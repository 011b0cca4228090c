/** What a server said no with: words in the reader's language, and facts for the island. */
export class ServerSaysNo extends Error {
  constructor(
    readonly words: string,
    readonly facts: Record<string, unknown>,
  ) {
    super('The server says no');
  }
}

/** A longer wait is told, not waited. */
const mostSeconds = 10;

/**
 * Posts JSON and reads JSON. Where the network of the browser is busy it waits its turn, once. Throws `ServerSaysNo` with
 * its words, or a `TypeError` where the network fails.
 */
export async function askServer<T>(href: string, body: unknown, waited = false): Promise<T> {
  const answer = await fetch(href, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const content = await answer.json();
  if (answer.ok) return content as T;
  const { code, title, help, facts } = content as Record<'code' | 'title' | 'help', string> & {
    facts: Record<string, unknown>;
  };
  const seconds = Number(facts.seconds);
  if (code === 'network-busy' && !waited && seconds <= mostSeconds) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return askServer(href, body, true);
  }
  throw new ServerSaysNo(`${title}. ${help}`, facts);
}
