/** What a server said no with: words in the reader's language, and facts for the island. */
export class ServerSaysNo extends Error {
  constructor(
    readonly words: string,
    readonly facts: Record<string, unknown>,
  ) {
    super('The server says no');
  }
}

/** Posts JSON and reads JSON. Throws `ServerSaysNo` with its words, or a `TypeError` where the network fails. */
export async function askServer<T>(href: string, body: unknown): Promise<T> {
  const answer = await fetch(href, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const content = await answer.json();
  if (answer.ok) return content as T;
  const { title, help, facts } = content as { title: string; help: string; facts: Record<string, unknown> };
  throw new ServerSaysNo(`${title}. ${help}`, facts);
}
