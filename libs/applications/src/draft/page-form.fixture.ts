import type { Response } from 'supertest';
import { publishRevision, type ServiceDefinition, shippedDefinition } from '#lib/catalogue';
import type { FormDefinition } from '#lib/forms';
import type { Citizen, DraftWorld } from './draft-world.fixture.js';

type Fields = Record<string, string | string[]>;

/** What a browser would send from a page: everything that stands in its inputs. */
export function inputsIn(html: string): Fields {
  const form = /<form id="answers"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields: Fields = {};
  for (const [tag] of form.matchAll(/<input (?:"[^"]*"|[^">])*>/g)) {
    const type = attribute(tag, 'type');
    const chosen = type !== 'radio' && type !== 'checkbox' ? true : / checked\b/.test(tag);
    const name = attribute(tag, 'name');
    if (!chosen || !name) continue;
    const value = attribute(tag, 'value');
    fields[name] = fields[name] === undefined ? value : [fields[name], value].flat();
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select [^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = attribute(/<option [^>]*selected[^>]*>/.exec(options)?.[0] ?? '', 'value');
  for (const [, name = '', value = ''] of form.matchAll(
    /<textarea [^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g,
  ))
    fields[name] = decoded(value);
  return fields;
}

/** Opens a page, types `fields` over what stands there and sends it. */
export async function sendPageForm(citizen: Citizen, path: string, fields: Fields = {}): Promise<Response> {
  const shown = await citizen.get(path);
  if (shown.status !== 200) throw new Error(`GET ${path}: ${shown.status} ${shown.headers.location}`);
  return citizen.post(path, { ...inputsIn(shown.text), ...fields });
}

/** The page that an answer leads to, which must be one that a browser can open again. */
export async function followed(
  citizen: Pick<Citizen, 'get'>,
  { status, headers }: Response,
): Promise<Response> {
  if (status !== 303) throw new Error(`${status} leads nowhere`);
  return citizen.get(headers.location?.replace(/#.*/, '') ?? '');
}

/** Begins a draft and returns its address. */
export async function beginDraft(citizen: Citizen, code = '1.001193'): Promise<string> {
  const { headers } = await citizen.post(`/procedures/${code}/drafts`);
  return headers.location ?? '';
}

/** Has a draft ask another form: that of a revision published for it. */
export async function askInstead(world: DraftWorld, draft: string, form: FormDefinition): Promise<void> {
  const birth = shippedDefinition('1.001193') as ServiceDefinition;
  const { manager } = world.platform.database;
  const asked = { ...birth, form, papers: [], result: { title: birth.result.title } };
  const { id } = await publishRevision(manager, asked, world.platform.clock.now());
  const owner = await world.db.owner();
  await owner.query('UPDATE applications.draft SET revision_id = $2 WHERE id = $1', [
    draft.split('/').at(-1),
    id,
  ]);
}

/** What the form of an act carries along: the version seen, the key of the act, the nonce of a signature. */
export function hiddenIn(html: string): Record<string, string> {
  const inputs = html.matchAll(/<input type="hidden" name="(version|key|nonce)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
}

/** All that a page which offers to send a request again would send. */
export function sentAgain(html: string): Record<string, string> {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, decoded(value)]));
}

/** The texts of the error summary. */
export function errorsIn(html: string): string[] {
  const summary = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
  return [...summary.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) =>
    decoded(item.replace(/<[^>]+>/g, '')),
  );
}

/** The text of a page as read, without tags. */
export function textIn(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return decoded(main.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
}

function attribute(tag: string, name: string): string {
  return decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
