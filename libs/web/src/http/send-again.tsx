import { Button } from '../components/button.js';

/** As much of a request as it takes to send it again. */
export interface SentRequest {
  method: string;
  url: string;
  body: unknown;
}

/** Whether a request can be sent again by a button: a page that was asked for, or a form without a file. */
export function canBeSentAgain({ method, body }: SentRequest): boolean {
  return method === 'GET' || (method === 'POST' && fieldsOf(body) !== undefined);
}

/**
 * A button that sends a request again, with everything that was typed: nothing is lost by waiting, or by signing in. It
 * stays the form of whom it was first shown to.
 */
export function SendAgain({
  request: { method, url, body },
  text,
  kind,
}: {
  request: SentRequest;
  text: string;
  kind?: 'secondary';
}) {
  if (method === 'GET') return <Button href={url}>{text}</Button>;
  const fields = fieldsOf(body);
  if (method !== 'POST' || !fields) return null;
  return (
    <form method="post" action={url} novalidate data-sent-before>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind}>{text}</Button>
    </form>
  );
}

/** The fields of a posted form; undefined for a file or whatever else is none. */
function fieldsOf(body: unknown): [string, string][] | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((each: unknown): [string, unknown] => [name, each]),
  );
  return fields.every((field): field is [string, string] => typeof field[1] === 'string')
    ? fields
    : undefined;
}
