import { newId } from '#lib/platform';
import { recordData } from '#lib/web';
import type { Browser } from '../../../identity/test/browser.js';
import { createTwoSides, type TwoSides } from '../../../../test/two-sides.js';
import { sealRepresented } from '../../../identity/src/representation/represented.js';
import { type Filed, lan } from '../../../../test/file-application.js';
import { ownRecord } from '../own-record/own-record.js';

const minh = { fullName: 'Trần Văn Minh', idNumber: '001088000042' };
const markup = `<script>alert('x')</script><img src=x onerror=alert(1)>`;

let world: TwoSides;
let citizen: Browser;
let stranger: Browser;
let officer: Browser & { id: string };
let elsewhere: Browser;
let filed: Filed;
let here: string;
beforeAll(async () => {
  world = await createTwoSides();
  const first = await world.file();
  citizen = await world.browser('portal', first.personId);
  stranger = await world.browser('portal', (await world.file({ applicant: minh })).personId);
  officer = await world.officer('Trần Thanh Mai', 'case');
  elsewhere = await world.officer('Lê Văn Khác', 'case', '00070');
});
afterAll(() => world.close());
beforeEach(async () => {
  filed = await world.file();
  here = `/applications/${filed.id}/messages`;
});

const readingOf = ({ personId }: Pick<Filed, 'personId'>) => ({
  tx: world.portal.database.manager,
  platform: world.portal,
  personId,
  language: 'vi' as const,
});
const write = (who: Browser, text: string, key = newId(), to = here) => who.postForm(to, { text, key });
const kept = async (): Promise<number> =>
  (
    await world.owner.query('SELECT count(*)::int AS n FROM applications.message WHERE application_id = $1', [
      filed.id,
    ])
  )[0].n;
const notices = () =>
  world.owner.query('SELECT person_id, title, body, href FROM notifications.inbox_entry WHERE href = $1', [
    here,
  ]);
const end = (daysAgo = 0) =>
  world.owner.query(
    `UPDATE applications.application SET waits_for = 'nobody', status = 10, changed_at = $2 WHERE id = $1`,
    [filed.id, new Date(world.db.clock.now().getTime() - daysAgo * 86_400_000)],
  );

describe('a conversation', () => {
  test('goes to the agency and back, each in their own name, and the queue says what waits', async () => {
    const sent = await write(citizen, 'Cháu xin hỏi:\ncó cần bản gốc không ạ?');
    expect([sent.status, sent.headers.location]).toEqual([303, expect.stringContaining(`${here}?done=`)]);
    expect((await citizen.get(sent.headers.location ?? '')).text).toContain('Đã gửi tin nhắn');
    expect((await officer.get('/?show=unanswered')).text).toContain(`/applications/${filed.id}`);
    expect((await officer.get(`/applications/${filed.id}`)).text).toContain('chờ trả lời');
    const read = await officer.get(here);
    expect(read.text).toContain('có cần bản gốc không ạ?');
    expect(read.text).toContain(lan.fullName);
    expect((await write(officer, 'Không cần, chị nhé.')).status).toBe(303);
    expect((await officer.get('/?show=unanswered')).text).not.toContain(`/applications/${filed.id}`);
    const answer = await citizen.get(here);
    expect(answer.text).toContain('Không cần, chị nhé.');
    expect(answer.text).toContain('Trần Thanh Mai');
  });

  test('brings the citizen one notice a message of the agency, without its words', async () => {
    const key = newId();
    await Promise.all([write(officer, 'Chỉ trong tin nhắn', key), write(officer, 'Chỉ trong tin nhắn', key)]);
    await write(officer, 'Chỉ trong tin nhắn', key);
    expect(await kept()).toBe(1);
    const told = await notices();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ person_id: filed.personId, href: here });
    expect(JSON.stringify(told)).not.toContain('Chỉ trong tin nhắn');
  });

  test('keeps a message of the citizen once, however often it is posted, and brings no notice', async () => {
    const key = newId();
    for (let times = 0; times < 3; times += 1) await write(citizen, 'Một lần', key);
    expect([await kept(), (await notices()).length]).toEqual([1, 0]);
  });

  test('is nothing to other citizens and other agencies, read or written', async () => {
    for (const who of [stranger, elsewhere])
      expect([(await who.get(here)).status, (await write(who, 'x')).status]).toEqual([404, 404]);
    expect((await elsewhere.postForm(`${here}/settlement`, {})).status).toBe(404);
    expect(await kept()).toBe(0);
  });

  test('shows markup as it was typed, on both sides', async () => {
    await write(citizen, markup);
    await write(officer, markup);
    for (const { text } of [await citizen.get(here), await officer.get(here)]) {
      expect(text).not.toMatch(/<script>alert|<img src=x/);
      expect(text.match(/&lt;script>alert/g)).toHaveLength(2);
    }
  });

  test.each([
    ['nothing', ' \n ', newId(), 422],
    ['2,001 letters', 'ắ'.repeat(2001), newId(), 422],
    ['a form that is not ours', 'x', 'no key', 400],
  ])('refuses %s', async (_, text, key, status) => {
    for (const who of [citizen, officer]) expect((await write(who, text, key)).status).toBe(status);
    expect(await kept()).toBe(0);
  });

  test('gives back what was too long, to be shortened, and takes 2,000 letters', async () => {
    expect((await write(citizen, 'ắ'.repeat(2001))).text).toContain('ắ'.repeat(2001));
    expect((await write(citizen, 'ắ'.repeat(2000))).status).toBe(303);
  });

  test('is sealed at rest', async () => {
    await write(citizen, 'bí mật của tôi');
    const rows = await world.owner.query('SELECT * FROM applications.message WHERE application_id = $1', [
      filed.id,
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/bí mật|Phạm Thị Lan/);
  });

  test('is recorded as a look at the case each time an officer reads it', async () => {
    const looks = async (): Promise<number> =>
      (
        await world.owner.query(
          'SELECT count(*)::int AS n FROM audit.access_event WHERE case_id = $1 AND actor_id = $2',
          [filed.id, officer.id],
        )
      )[0].n;
    const before = await looks();
    await officer.get(here);
    await officer.get(`/applications/${filed.id}/notes`);
    expect(await looks()).toBe(before + 2);
  });

  test('leaves the queue when an officer finds that nothing need be answered', async () => {
    await write(citizen, 'Cảm ơn!');
    const [seen] = await world.owner.query('SELECT id AS seen FROM applications.message');
    await write(citizen, 'À, còn một việc…');
    const settle = (form: { seen?: string }) => officer.postForm(`${here}/settlement`, form);
    for (const form of [seen, {}, { seen: 'x' }])
      expect((await settle(form)).headers.location).toBe(`${here}?refused=message-came-meanwhile`);
    expect((await officer.get('/?show=unanswered')).text).toContain(`/applications/${filed.id}`);
    const page = (await officer.get(here)).text;
    await settle({ seen: /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '' });
    expect((await officer.get('/?show=unanswered')).text).not.toContain(`/applications/${filed.id}`);
  });

  test('after the end is for the citizen’s questions of thirty days, and the agency only answers', async () => {
    await end();
    expect((await write(officer, 'Thêm một điều')).headers.location).toContain('refused=conversation-closed');
    expect((await write(citizen, 'Tên bị sai dấu')).status).toBe(303);
    const key = newId();
    await write(officer, 'Mời chị yêu cầu cải chính', key);
    expect((await write(officer, 'Mời chị yêu cầu cải chính', key)).headers.location).toContain('done=');
    expect((await write(officer, 'Và nữa')).headers.location).toContain('refused=conversation-closed');
    await end(30);
    expect((await write(citizen, 'Muộn')).headers.location).toContain('refused=conversation-closed');
    expect(await kept()).toBe(2);
    expect((await citizen.get(here)).text).toContain('Tên bị sai dấu');
  });

  test('is open to whoever it was filed for, in their own name, and both are told', async () => {
    const minhsOwn = await world.file({ applicant: minh });
    const id = newId();
    const forMinh = sealRepresented(world.portal, id, {
      ...minh,
      birthDate: '1988-05-02',
      nationality: 'VN',
    });
    await world.owner.query(
      `INSERT INTO identity.mandate (id, kind, represented_sealed, represented_index, representative_id, scopes,
          valid_from, granted_how, evidence, granted_at)
        VALUES ($1, 'spouse', $2, $3, $4, '"all"', $5, 'population-register', '{}', $5)`,
      [id, forMinh.representedSealed, forMinh.representedIndex, filed.personId, world.db.clock.now()],
    );
    await world.owner.query(
      'UPDATE applications.application SET on_behalf_of = $2, represented_by = $3 WHERE id = $1',
      [filed.id, id, filed.personId],
    );
    const represented = await world.browser('portal', minhsOwn.personId);
    expect((await write(represented, 'Tôi là người được làm thay')).status).toBe(303);
    expect((await citizen.get(here)).text).toContain(minh.fullName);
    await write(officer, 'Đã rõ');
    expect((await notices()).map(({ person_id }: { person_id: string }) => person_id).toSorted()).toEqual(
      [filed.personId, minhsOwn.personId].toSorted(),
    );
    await world.owner.query('UPDATE identity.mandate SET ended_at = $2 WHERE id = $1', [
      id,
      world.db.clock.now(),
    ]);
    expect(recordData(await ownRecord(readingOf(minhsOwn))).filedForYou).toMatchObject([
      { id: filed.id, for: minh.fullName },
    ]);
    expect((await write(citizen, 'Sau khi hết quyền')).headers.location).toContain('refused=mandate-ended');
    expect((await write(represented, 'Vẫn là hồ sơ của tôi')).status).toBe(303);
  });

  test('slows down who sends thirty at once, and keeps what was written', async () => {
    await world.owner.query('TRUNCATE identity.throttle');
    for (let times = 0; times < 30; times += 1) await write(stranger, 'x');
    const own = await world.file({ applicant: minh });
    const to = `/applications/${own.id}/messages`;
    const theirs = await world.browser('portal', own.personId);
    for (let times = 0; times < 30; times += 1) await write(theirs, 'x', newId(), to);
    const refused = await write(theirs, 'Tôi muốn hỏi thêm', newId(), to);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('value="Tôi muốn hỏi thêm"');
  });
});

const notes = () => `/applications/${filed.id}/notes`;

describe('notes', () => {
  test('are read by every officer of the agency, and nobody else', async () => {
    const key = newId();
    const text = `Đã gọi điện xác minh ${markup}`;
    const first = await write(officer, text, key, notes());
    expect((await write(officer, text, key, notes())).headers.location).toBe(first.headers.location);
    const colleague = await world.officer('Nguyễn Thị Cùng', 'approver');
    const read = await colleague.get(notes());
    expect(read.text).toContain('Đã gọi điện xác minh');
    expect(read.text).not.toContain('<script>alert');
    expect((await elsewhere.get(notes())).status).toBe(404);
    expect((await write(elsewhere, 'x', newId(), notes())).status).toBe(404);
    expect((await write(officer, '', newId(), notes())).status).toBe(422);
  });

  test('never reach the citizen: no page, no notice, no own data, no right to the table', async () => {
    await write(officer, 'chỉ nội bộ', newId(), notes());
    expect((await citizen.get(notes())).status).toBe(404);
    for (const page of [here, `/applications/${filed.id}`, '/account/data'])
      expect((await citizen.get(page)).text).not.toContain('chỉ nội bộ');
    expect(await notices()).toEqual([]);
    await expect(world.portal.database.query('SELECT 1 FROM applications.note')).rejects.toThrow(
      /permission denied/,
    );
  });

  test('are not in one’s own data, messages are', async () => {
    await write(officer, 'chỉ nội bộ', newId(), notes());
    await write(officer, 'gửi chị');
    const record = recordData(await ownRecord(readingOf(filed)));
    expect(record.applications).toContainEqual(
      expect.objectContaining({
        id: filed.id,
        messages: [{ at: expect.any(Date), actor: 'officer', text: 'gửi chị' }],
      }),
    );
    expect(JSON.stringify(record)).not.toContain('chỉ nội bộ');
  });
});

const rating = () => `/applications/${filed.id}/rating`;
const rateAs = (who: Browser, fields: Record<string, string>) => who.postForm(rating(), fields);
const figures = async () =>
  (await (await world.officer('Phạm Văn Quản', 'administrator')).get('/ratings')).text;

describe('a rating', () => {
  test('is given once there is a result, by whoever filed it', async () => {
    expect((await citizen.get(rating())).status).toBe(404);
    expect((await rateAs(citizen, { stars: '5' })).headers.location).toContain('refused=not-yet-rateable');
    await end();
    expect((await citizen.get(`/applications/${filed.id}`)).text).toContain(rating());
    for (const who of [stranger, officer]) expect((await rateAs(who, { stars: '1' })).status).toBe(404);
    expect((await rateAs(citizen, { stars: '4', words: markup })).headers.location).toContain('done=rated');
    const shown = (await citizen.get(`${rating()}?done=rated`)).text;
    expect(shown).toContain('Đã ghi nhận đánh giá');
    expect(shown).not.toContain('<script>alert');
  });

  test('can be changed for seven days, and counts once', async () => {
    await world.owner.query('TRUNCATE applications.rating');
    await end();
    await rateAs(citizen, { stars: '2', words: 'Chờ lâu' });
    await rateAs(citizen, { stars: '3', words: 'Đã giải thích' });
    await world.owner.query(`UPDATE applications.rating SET rated_at = rated_at - interval '7 days'`);
    expect((await rateAs(citizen, { stars: '1' })).headers.location).toContain('refused=rating-stands');
    const read = await citizen.get(rating());
    expect(read.text).toContain('Đã giải thích');
    expect(read.text).not.toContain('<textarea');
    const shown = await figures();
    expect(shown).toContain('3,0');
    expect(shown).toContain('Đã giải thích');
    expect(shown).not.toMatch(/Chờ lâu|Phạm Thị Lan/);
    expect(shown).not.toContain(filed.id);
  });

  test.each([
    ['no stars', {}],
    ['six stars', { stars: '6' }],
    ['half a star', { stars: '4.5' }],
    ['words too long', { stars: '5', words: 'x'.repeat(1001) }],
  ])('with %s is sent back', async (_, fields) => {
    await end();
    expect((await rateAs(citizen, fields as Record<string, string>)).status).toBe(422);
  });

  test('is for the administrators of the agency alone', async () => {
    await world.owner.query('TRUNCATE applications.rating');
    await end();
    await rateAs(citizen, { stars: '5', words: 'Rất tốt' });
    expect((await officer.get('/ratings')).status).toBe(404);
    const other = await world.officer('Đỗ Quản Khác', 'administrator', '00070');
    expect((await other.get('/ratings')).text).not.toContain('Rất tốt');
  });
});
