import type { RegisterPerson } from '#lib/registries';
import type { Browser } from '../../test/browser.js';
import { lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { representedBehind } from '../representation/represented-behind.js';
import { mandatesFor } from '../representation/mandates-for.js';
import { mandatesOver } from '../representation/representation.js';

const home = '/account/organisations';
const newPage = `${home}/new`;
const person = (idNumber: string, fullName: string): RegisterPerson => ({ ...lan, idNumber, fullName });
const binh = person('001190000102', 'Võ Thị Bình');
const cuong = person('001190000103', 'Hồ Văn Cường');
const newcomer = person('001190000104', 'Ngô Thị Dung');
const clerk = person('001190000105', 'Lê Thị Em');
const enterprise = (taxCode: string, name: string, ...people: RegisterPerson[]) => ({
  taxCode,
  name,
  status: 'active' as const,
  representatives: people.map(({ idNumber, fullName }) => ({ idNumber, fullName })),
});
const books = enterprise('0109990012', 'Công ty Sách', lan);
const ferries = enterprise('0109990099', 'Công ty Phà', lan, binh, cuong);
const licence = { code: '1.000028', field: 'duong-bo', applicants: ['enterprise'] };

let world: World;
const browsers = new Map<string, Browser>();
let stale = false;
beforeAll(async () => {
  world = await createWorld();
  world.business.add(books, ferries, {
    ...enterprise('0109990044', 'Đã Giải Thể', lan),
    status: 'dissolved',
  });
  for (const who of [lan, minh, binh, clerk]) await comes(who);
});
beforeEach(async () => {
  if (!stale) return;
  for (const browser of browsers.values()) await browser.signIn();
  stale = false;
});
afterAll(() => world.close());

/** Time goes by in a test; the next begins with everybody signed in just now. */
function later(minutes: number): void {
  world.db.clock.advance(minutes * 60_000);
  stale = true;
}
async function comes(who: RegisterPerson, level = 2): Promise<Browser> {
  const browser = await signUp(world, who);
  browsers.set(who.idNumber, browser);
  await raise(who, level);
  return browser;
}
function at(who: RegisterPerson): Browser {
  const browser = browsers.get(who.idNumber);
  if (!browser) throw new Error(`${who.fullName} has no account`);
  return browser;
}
/** As within a day of a recovery that nobody saw in person, while `act` is done. */
async function held<T>(who: RegisterPerson, act: () => Promise<T>): Promise<T> {
  const hold = (until: Date | null) =>
    query('UPDATE identity.person SET held_until = $2 WHERE full_name = $1', [who.fullName, until]);
  await hold(new Date(world.db.clock.now().getTime() + 3_600_000));
  const done = await act();
  await hold(null);
  return done;
}
async function raise(who: RegisterPerson, level: number): Promise<void> {
  const owner = await world.db.owner();
  await owner.query('UPDATE identity.person SET assurance = $2 WHERE full_name = $1', [who.fullName, level]);
}
async function query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await world.db.owner()).query(sql, values);
}
/** Where the answer leads; of one that leads nowhere, why. */
const outcome = ({ headers, text }: Awaited<ReturnType<Browser['postForm']>>): string =>
  headers.location ?? /data-code="([\w-]+)"/.exec(text)?.[1] ?? '';
const ask = async (who: RegisterPerson, taxCode: string) =>
  outcome(await at(who).postForm(newPage, { taxCode }));
const organisationOf = async (taxCode: string) =>
  (await query<{ id: string }>('SELECT id FROM identity.organisation WHERE tax_code = $1', [taxCode]))[0]
    ?.id ?? '';
async function mandateId(): Promise<string> {
  const [row] = await query<{ id: string }>(
    `SELECT id FROM identity.mandate WHERE kind = 'employee' ORDER BY granted_at DESC, id DESC LIMIT 1`,
  );
  return row?.id ?? '';
}
async function inbox(who: RegisterPerson): Promise<string[]> {
  const rows = await query<{ title: { vi: string } }>(
    `SELECT title FROM notifications.inbox_entry JOIN identity.person ON person.id = person_id
      WHERE full_name = $1 ORDER BY at DESC, inbox_entry.id DESC`,
    [who.fullName],
  );
  return rows.map(({ title }) => title.vi);
}
async function mayFile(who: RegisterPerson, procedure = licence): Promise<boolean> {
  const [row] = await query<{ id: string; assurance: 0 | 1 | 2 }>(
    'SELECT id, assurance FROM identity.person WHERE full_name = $1',
    [who.fullName],
  );
  if (!row) return false;
  const mandates = await mandatesFor(world.portal.database.manager, world.portal, row, procedure);
  return mandates.some(
    ({ represented }) => represented.kind === 'organisation' && represented.taxCode === books.taxCode,
  );
}

describe('nobody opens the account', () => {
  test('below level 2: they are led to how to raise it, and back here', async () => {
    await raise(lan, 1);
    const way = `/account/identity?needed=2&next=${encodeURIComponent(newPage)}`;
    expect((await at(lan).get(newPage)).headers.location).toBe(way);
    expect(await ask(lan, books.taxCode)).toBe(way);
    await raise(lan, 2);
    expect(await organisationOf(books.taxCode)).toBe('');
  });

  test('without a passkey just used', async () => {
    later(6);
    const way = `/step-up?next=${encodeURIComponent(newPage)}`;
    expect((await at(lan).get(newPage)).headers.location).toBe(way);
    const { status, text } = await at(lan).postForm(newPage, { taxCode: books.taxCode });
    expect([status, text]).toEqual([403, expect.stringContaining('data-code="step-up-needed"')]);
    expect(text).toContain(`value="${books.taxCode}"`);
  });

  test('signed in by a provider at a level below that of the account', async () => {
    await query(
      `UPDATE identity.session SET authenticated_by = 'national-identity', vouched_level = 1
        WHERE owner_id = (SELECT id FROM identity.person WHERE full_name = $1)`,
      [lan.fullName],
    );
    const way = `/step-up?next=${encodeURIComponent(newPage)}`;
    expect((await at(lan).get(newPage)).headers.location).toBe(way);
    expect(await ask(lan, books.taxCode)).toBe('step-up-needed');
    expect(await organisationOf(books.taxCode)).toBe('');
    await query(`UPDATE identity.session SET authenticated_by = 'passkey', vouched_level = NULL`);
  });

  test.each([
    ['of an organisation they do not represent', minh, books.taxCode, 'not-legal-representative'],
    ['under a code that is nobody’s', lan, '0109999999', 'not-legal-representative'],
    ['of a dissolved organisation', lan, '0109990044', 'organisation-dissolved'],
    ['of what is no code', lan, 'x', 'tax-code-wrong'],
  ])('%s', async (_, who, code, refusal) => {
    const answer = await at(who).postForm(newPage, { taxCode: code });
    expect([answer.status, outcome(answer)]).toEqual([422, refusal]);
    expect(answer.text).toContain(`value="${code}"`);
    expect(answer.text).toContain('href="#taxCode"');
  });

  test('while the register is away, and says so', async () => {
    world.business.away = true;
    const back = await at(lan).postForm(newPage, { taxCode: books.taxCode });
    world.business.away = false;
    expect(back.text).toContain('đăng ký doanh nghiệp tạm thời không trả lời');
  });
});

test('the only legal representative opens it, once, in two tabs at once too', async () => {
  const [one, other] = await Promise.all([ask(lan, '010 999 0012'), ask(lan, books.taxCode)]);
  const id = await organisationOf(books.taxCode);
  expect([one, other]).toEqual([`${home}/${id}?done=opened`, `${home}/${id}?done=opened`]);
  const { text } = await at(lan).get(`${home}/${id}?done=opened`);
  for (const words of ['Tài khoản của tổ chức đã mở.', 'Công ty Sách', books.taxCode])
    expect(text).toContain(words);
  expect((await at(lan).get(home)).text).toContain('Công ty Sách');
  expect((await at(lan).get('/account')).text).toContain(`href="${home}"`);
  expect(await query('SELECT 1 FROM identity.mandate WHERE organisation_id = $1', [id])).toHaveLength(1);
  expect(await mayFile(lan)).toBe(true);
  const seen = await query(
    `SELECT 1 FROM audit.access_event JOIN identity.person ON person.id = subject_person_id
      WHERE purpose = 'organisation-account' AND full_name = $1`,
    [lan.fullName],
  );
  expect(seen.length).toBeGreaterThan(0);
});

test('at the desk what is filed for it is the matter of its representative, and nobody’s data', async () => {
  const [mandate] = await query<{ id: string }>(
    'SELECT id FROM identity.mandate WHERE organisation_id = $1',
    [await organisationOf(books.taxCode)],
  );
  const [row] = await query<{ index: string }>(
    'SELECT id_number_index AS index FROM identity.person WHERE full_name = $1',
    [lan.fullName],
  );
  const behind = await representedBehind(world.desk.database.manager, mandate?.id ?? '');
  expect(behind).toEqual({ index: row?.index, personId: null });
});

test('the page of an organisation and all below it exist for nobody else', async () => {
  const id = await organisationOf(books.taxCode);
  for (const path of ['', '/employees/new'])
    expect((await at(minh).get(`${home}/${id}${path}`)).status).toBe(404);
  const grant = { idNumber: clerk.idNumber, fullName: clerk.fullName, scope: 'all', days: '30' };
  expect((await at(minh).postForm(`${home}/${id}/employees`, grant)).status).toBe(404);
  expect((await at(minh).get(home)).text).not.toContain('Công ty Sách');
});

describe('where there are other legal representatives', () => {
  let request: string;

  test('two who ask at once make one request, and the other is led to it', async () => {
    const places = await Promise.all([ask(lan, ferries.taxCode), ask(binh, ferries.taxCode)]);
    expect(places.filter((place) => place === 'organisation-asked-for')).toHaveLength(1);
    expect(await query('SELECT 1 FROM identity.organisation_request')).toHaveLength(1);
    expect(await organisationOf(ferries.taxCode)).toBe('');
    // From here on it is Lan's.
    await query(`UPDATE identity.organisation_request SET closed_at = requested_at, outcome = 'withdrawn'`);
    request = (await ask(lan, ferries.taxCode)).replace('?done=asked', '');
    expect(await ask(lan, ferries.taxCode)).toBe(`${request}?done=asked`);
  });

  test('neither name nor number of the others stands open in the database', async () => {
    const rows = JSON.stringify(await query('SELECT * FROM identity.organisation_consent'));
    for (const open of [cuong.idNumber, 'Cường', binh.idNumber]) expect(rows).not.toContain(open);
  });

  test('it is seen by who asked and who is asked, and answered by these alone', async () => {
    expect((await inbox(binh))[0]).toBe('Cần bạn đồng ý: tài khoản của Công ty Phà');
    expect((await at(binh).get(home)).text).toContain('Chờ bạn đồng ý');
    expect((await at(binh).get(request)).text).toContain('Phạm Thị Lan');
    expect((await at(lan).get(request)).text).toContain('Rút yêu cầu');
    expect((await at(minh).get(request)).status).toBe(404);
    for (const who of [minh, lan])
      expect((await at(who).postForm(`${request}/consent`, {})).status).toBe(404);
    expect((await at(binh).postForm(`${request}/withdrawal`, {})).status).toBe(404);
  });

  test('consent takes level 2, any answer level 1 and a passkey just used', async () => {
    await raise(binh, 1);
    const higher = `/account/identity?needed=2&next=${encodeURIComponent(request)}`;
    expect((await at(binh).get(request)).text).toContain('Đồng ý cần danh tính mức 2');
    expect((await at(binh).postForm(`${request}/consent`, {})).headers.location).toBe(higher);
    await raise(binh, 0);
    const way = `/account/identity?needed=1&next=${encodeURIComponent(request)}`;
    expect((await at(binh).postForm(`${request}/refusal`, {})).headers.location).toBe(way);
    expect((await at(binh).get(home)).text).not.toContain('Công ty Phà');
    await raise(binh, 2);
    later(6);
    expect((await at(binh).postForm(`${request}/refusal`, {})).headers.location).toMatch(/^\/step-up/);
  });

  test('one consents, another who signs up later does too, and then it is open', async () => {
    const consent = () => at(binh).postForm(`${request}/consent`, {});
    expect((await held(binh, consent)).status).toBe(403);
    expect((await at(binh).postForm(`${request}/consent`, {})).headers.location).toBe(
      `${home}?done=consented`,
    );
    expect(await organisationOf(ferries.taxCode)).toBe('');
    expect((await at(binh).postForm(`${request}/consent`, {})).status).toBe(404);
    const browser = await comes(cuong);
    expect(await inbox(cuong)).toContain('Cần bạn đồng ý: tài khoản của Công ty Phà');
    expect((await browser.get(home)).text).toContain('Công ty Phà');
    await browser.postForm(`${request}/consent`, {});
    expect((await inbox(lan))[0]).toBe('Tài khoản của Công ty Phà đã mở');
    expect((await inbox(binh))[0]).toBe(`Tài khoản của Công ty Phà đã mở, do ${lan.fullName} giữ`);
    expect((await at(lan).get(`${home}/${await organisationOf(ferries.taxCode)}`)).status).toBe(200);
    expect(await ask(binh, ferries.taxCode)).toBe('organisation-has-account');
  });

  test('one refusal ends it with a notice; so does a register that names others now', async () => {
    const trams = enterprise('0109990055', 'Công ty Xe điện', lan, binh);
    world.business.add(trams);
    const refused = (await ask(lan, trams.taxCode)).replace('?done=asked', '');
    await at(binh).postForm(`${refused}/refusal`, {});
    expect((await inbox(lan))[0]).toBe('Không mở được tài khoản của Công ty Xe điện');
    expect((await at(lan).get(refused)).text).toContain('Một người đại diện không đồng ý');
    const again = (await ask(lan, trams.taxCode)).replace('?done=asked', '');
    expect(again).not.toBe(refused);
    world.business.add(enterprise(trams.taxCode, trams.name, binh, cuong));
    await at(binh).postForm(`${again}/consent`, {});
    expect((await at(lan).get(again)).text).toContain('nay ghi người đại diện khác');
    expect(await organisationOf(trams.taxCode)).toBe('');
  });
});

describe('an employee', () => {
  const grant = { idNumber: clerk.idNumber, fullName: 'lê thị  em', scope: 'procedures', days: '30' };
  let id: string;
  let employees: string;
  beforeAll(async () => {
    id = await organisationOf(books.taxCode);
    employees = `${home}/${id}/employees`;
  });
  const granted = (form: Record<string, string> = {}) =>
    at(lan).postForm(employees, { ...grant, procedures: licence.code, ...form });

  test.each([
    ['oneself', { idNumber: lan.idNumber }, 'cannot-employ-oneself'],
    ['nobody', { idNumber: '12' }, 'employee-number-unreadable'],
    ['nameless', { fullName: ' ' }, 'employee-name-unreadable'],
    ['for nothing', { procedures: ' , ' }, 'scope-empty'],
    ['for a field that is none', { scope: 'field', field: 'x' }, 'field-unknown'],
  ])('cannot be %s, and nothing typed is lost', async (_, form, refusal) => {
    const answer = await granted(form);
    expect([answer.status, outcome(answer)]).toEqual([422, refusal]);
    const typed = { ...grant, procedures: licence.code, ...form };
    for (const value of [typed.idNumber, typed.fullName.trim(), typed.procedures.trim()])
      expect(answer.text).toContain(value);
  });

  test('cannot be let act for longer than a year, below level 2, or without a passkey just used', async () => {
    expect(outcome(await granted({ days: '3650' }))).toBe('term-unknown');
    await raise(lan, 1);
    expect((await granted()).headers.location).toMatch(/^\/account\/identity\?needed=2/);
    await raise(lan, 2);
    expect((await held(lan, () => granted())).status).toBe(403);
    later(6);
    expect(outcome(await granted())).toBe('step-up-needed');
    expect(await mandateId()).toBe('');
  });

  test('is asked with the same answer whether there is such a person, under that name or another', async () => {
    const answers = [];
    for (const form of [{ idNumber: '001190055555' }, { fullName: 'Tên Khác' }, {}])
      answers.push(await granted(form));
    const [first] = answers;
    for (const answer of answers)
      expect([answer.status, answer.headers.location, answer.text]).toEqual([
        303,
        `${home}/${id}?done=granted`,
        first?.text,
      ]);
    expect((await at(lan).get(`${home}/${id}`)).text).toContain('chưa nhận lời');
    // Under the other name it reaches nobody, and cannot be taken by its address either.
    const acting = (await at(clerk).get('/account/acting')).text;
    expect(acting.match(/acceptance/g)).toHaveLength(1);
    expect((await inbox(clerk)).filter((title) => title.includes('Công ty Sách'))).toHaveLength(1);
    const [other] = await query<{ id: string }>(
      `SELECT id FROM identity.mandate WHERE kind = 'employee' ORDER BY granted_at, id OFFSET 1 LIMIT 1`,
    );
    expect((await at(clerk).postForm(`/account/acting/${other?.id}/acceptance`, {})).status).toBe(404);
  });

  test('accepts, may act inside the scope and nowhere else, and is seen by the representative', async () => {
    const accept = `/account/acting/${await mandateId()}/acceptance`;
    expect((await at(minh).postForm(accept, {})).status).toBe(404);
    expect(await mayFile(clerk)).toBe(false);
    expect((await at(clerk).postForm(accept, {})).status).toBe(303);
    expect(await mayFile(clerk)).toBe(true);
    expect(await mayFile(clerk, { ...licence, code: '2.000488' })).toBe(false);
    expect(await mayFile(clerk, { ...licence, applicants: ['citizen'] })).toBe(false);
    expect((await inbox(lan))[0]).toBe('Lê Thị Em được làm thay Công ty Sách');
    expect((await at(lan).get(`${home}/${id}`)).text).toContain('đang được giao');
    expect((await at(clerk).get(`${home}/${id}`)).status).toBe(404);
  });

  test('is ended at once by the representative, and told', async () => {
    const ended = await at(lan).postForm(`${employees}/${await mandateId()}/ending`, {});
    expect(ended.headers.location).toBe(`${home}/${id}?done=ended`);
    expect(await mayFile(clerk)).toBe(false);
    expect((await inbox(clerk))[0]).toBe('Bạn không còn được làm thay Công ty Sách');
  });

  test('can decline, and the representative is told; what ran out is good for nothing', async () => {
    await granted();
    await at(clerk).postForm(`/account/acting/${await mandateId()}/ending`, {});
    expect((await inbox(lan))[0]).toBe('Lê Thị Em không nhận làm thay Công ty Sách');
    await granted();
    await at(clerk).postForm(`/account/acting/${await mandateId()}/acceptance`, {});
    expect(await mayFile(clerk)).toBe(true);
    later(31 * 24 * 60);
    expect(await mayFile(clerk)).toBe(false);
  });

  test('is not asked twice, in two tabs either, under one name', async () => {
    await granted();
    for (const answer of await Promise.all([granted(), granted({ fullName: 'LÊ THỊ EM' })]))
      expect(outcome(answer)).toBe('employee-asked-already');
    const both = { idNumber: '001190077777', fullName: 'Hai Lần' };
    const places = await Promise.all([granted(both), granted(both)]);
    expect(places.filter(({ headers }) => headers.location?.endsWith('done=granted'))).toHaveLength(1);
  });

  test('who is asked before they have an account reads it in their inbox once they do, once', async () => {
    const late = person('001190000188', 'Đặng Văn Muộn');
    const { idNumber, fullName } = late;
    await granted({ idNumber, fullName });
    const [asked] = await Promise.all([
      at(lan).postForm('/account/acting/assistance', { idNumber, days: '7' }),
      comes(late),
    ]);
    expect(asked.status).toBe(303);
    const titles = await inbox(late);
    for (const title of ['Công ty Sách giao bạn làm thay', 'Phạm Thị Lan nhờ bạn khai hộ hồ sơ'])
      expect(titles.filter((each) => each === title)).toHaveLength(1);
    await query(`DELETE FROM identity.mandate WHERE kind = 'employee' AND accepted_at IS NULL`);
  });

  test('the representative cannot be taken out of the account by an ending', async () => {
    const [own] = await query<{ id: string }>(
      `SELECT id FROM identity.mandate WHERE kind = 'legal-representative' AND organisation_id = $1`,
      [id],
    );
    expect((await at(lan).postForm(`/account/acting/${own?.id}/ending`, {})).status).toBe(404);
  });
});

describe('when the register names somebody else', () => {
  let id: string;
  beforeAll(async () => {
    for (const browser of browsers.values()) await browser.signIn();
    stale = false;
    id = await organisationOf(books.taxCode);
    const days = { scope: 'all', days: '365' };
    const { idNumber, fullName } = clerk;
    await at(lan).postForm(`${home}/${id}/employees`, { idNumber, fullName, ...days });
    await at(clerk).postForm(`/account/acting/${await mandateId()}/acceptance`, {});
    await comes(newcomer);
    world.business.add(enterprise(books.taxCode, books.name, newcomer));
  });

  test('a register that is away is not taken to say so', async () => {
    later(11);
    world.business.away = true;
    expect((await at(lan).get(`${home}/${id}`)).status).toBe(503);
    world.business.away = false;
    expect(await mayFile(clerk)).toBe(true);
  });

  test('the account lapses with the next look: nobody acts, and the former representative sees nothing more', async () => {
    const shown = await at(lan).get(`${home}/${id}`);
    expect(shown.status).toBe(409);
    expect(shown.text).toContain('không còn xác nhận người giữ tài khoản');
    expect([await mayFile(lan), await mayFile(clerk)]).toEqual([false, false]);
    expect((await inbox(lan))[0]).toBe('Tài khoản của Công ty Sách tạm ngừng');
    expect((await at(lan).get(home)).text).toContain('tạm ngừng');
    expect(await ask(lan, books.taxCode)).toBe('not-legal-representative');
  });

  test('the new one takes it over: the same account, and every earlier mandate ends', async () => {
    expect(await ask(newcomer, books.taxCode)).toBe(`${home}/${id}?done=opened`);
    expect((await at(newcomer).get(`${home}/${id}`)).text).toContain('Chưa giao cho ai');
    expect([await mayFile(newcomer), await mayFile(lan), await mayFile(clerk)]).toEqual([true, false, false]);
    expect((await inbox(clerk))[0]).toBe('Bạn không còn được làm thay Công ty Sách');
    expect((await inbox(lan))[0]).toBe('Bạn không còn giữ tài khoản của Công ty Sách');
    expect((await at(lan).get(`${home}/${id}`)).status).toBe(404);
  });
});

test('a representative closes the account: nobody acts for it any more, its filings stay theirs to read, and it can be opened again', async () => {
  const id = await organisationOf(books.taxCode);
  const closing = `${home}/${id}/closing`;
  const days = { scope: 'all', days: '365' };
  await at(newcomer).postForm(`${home}/${id}/employees`, {
    ...days,
    idNumber: clerk.idNumber,
    fullName: clerk.fullName,
  });
  await at(clerk).postForm(`/account/acting/${await mandateId()}/acceptance`, {});
  for (const who of [lan, clerk]) {
    expect((await at(who).get(closing)).status).toBe(404);
    expect((await at(who).postForm(closing, {})).status).toBe(404);
  }
  expect(await mayFile(clerk)).toBe(true);
  expect((await at(newcomer).get(closing)).text).toContain('Hồ sơ đã nộp vẫn được giải quyết');
  const over = async () => {
    const [row] = await query<{ id: string }>('SELECT id FROM identity.person WHERE full_name = $1', [
      newcomer.fullName,
    ]);
    return mandatesOver(world.portal.database.manager, row?.id ?? '');
  };
  const before = await over();
  const both = await Promise.all([0, 1].map(() => at(newcomer).postForm(closing, {})));
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 404]);
  expect([await mayFile(newcomer), await mayFile(clerk)]).toEqual([false, false]);
  expect((await inbox(clerk))[0]).toBe('Tài khoản của Công ty Sách đã đóng');
  expect((await at(newcomer).get(`${home}/${id}`)).status).toBe(404);
  expect((await at(newcomer).get(`${home}?done=closed`)).text).not.toContain('Công ty Sách');
  expect(await over()).toEqual(before);
  expect(await ask(newcomer, books.taxCode)).toBe(`${home}/${id}?done=opened`);
  expect([await mayFile(newcomer), await mayFile(clerk)]).toEqual([true, false]);
});
