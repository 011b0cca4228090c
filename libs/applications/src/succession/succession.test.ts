import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import { carryOutChange, planWhole, previewChange, readChange } from '#lib/organisations';
import { newId, type Platform } from '#lib/platform';
import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import { birthAnswers } from '../../../../test/file-application.js';
import { fillBefore2025 } from '../../../organisations/src/changes/before-2025.fixture.js';
import { readPlaces } from '../../../organisations/src/places/keep-places-current.js';
import { Application } from '../application/application.entity.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { textIn } from '../draft/page-form.fixture.js';
import { applicationTasks } from '../outbox/tasks.js';
import { countOpen } from './count-open.js';
import { handOver } from './hand-over.js';

/** Wards of Hà Nội before the change: Trúc Bạch went into Ba Đình, Cống Vị was divided; Ba Đình was its district. */
const [trucBach, congVi, baDinhDistrict] = ['00004', '00007', '001'];
const change = readChange('libs/organisations/data/changes/2025-07.yaml');
/** Every 700th commune, so that all parts of the country are among them, and two that matter below. */
const sampled = [
  ...new Set([
    trucBach,
    congVi,
    ...change.succession
      .filter(({ level }) => level === 'commune')
      .filter((_, index) => index % 700 === 0)
      .map(({ code }) => code),
  ]),
];
const followersOf = (level: string, code: string) =>
  change.succession.filter((row) => row.level === level && row.code === code).map((row) => row.successorCode);

let world: DeskWorld;
let owner: DataSource;
let worker: Platform;
let mai: OfficerAtWork;
let toan: OfficerAtWork;
let lien: OfficerAtWork;
const before = new Map<string, Application & { commune: string }>();
let inDistrict: string;
let closed: { id: string; number: string };

beforeAll(async () => {
  world = await createDeskWorld();
  ({ owner } = world);
  worker = await world.db.platform('worker');
  await fillBefore2025(owner);
  world.db.clock.set('2025-06-30T16:50:00Z');
  mai = await world.officer('Trần Thanh Mai', 'intake', trucBach);
  toan = await world.officer('Nguyễn Đức Toàn', 'case', congVi);
  lien = await world.officer('Hoàng Thị Bích Liên', 'administrator', trucBach);
  await roleAt(
    lien.id,
    'administrator',
    `level = 'province' AND province_code = '01' AND body = 'committee'`,
  );
  for (const commune of sampled)
    for (const detail of ['12 phố Cũ', 'Tổ 3'])
      await note(commune, (await world.file({ commune, answers: answersAt(commune, detail) })).id);
  inDistrict = (await world.file({ commune: trucBach, answers: answersAt(trucBach, 'Số 1') })).id;
  // What was filed with a district lies with its committee.
  await owner.query(
    `UPDATE applications.application SET agency_id = (SELECT id FROM organisations.agency WHERE district_code = $2) WHERE id = $1`,
    [inDistrict, baDinhDistrict],
  );
  closed = await world.file({ commune: trucBach });
  await owner.query(`UPDATE applications.application SET waits_for = 'nobody', status = 10 WHERE id = $1`, [
    closed.id,
  ]);
}, 240_000);
afterAll(() => world?.close());

function answersAt(commune: string, detail: string) {
  return { ...birthAnswers, filingPlace: { province: '01', commune, detail } };
}

async function note(commune: string, id: string): Promise<void> {
  if (commune === trucBach)
    await mai.browser.postForm(`/applications/${id}/acts/accept`, { version: '1', key: newId() });
  before.set(id, { ...(await find(id)), commune });
}

const find = (id: string) => owner.getRepository(Application).findOneByOrFail({ id });

async function roleAt(officerId: string, role: string, where: string): Promise<void> {
  await owner.query(
    `INSERT INTO organisations.officer_role (id, officer_id, agency_id, role, valid_from)
      SELECT gen_random_uuid(), $1, id, $2, '2020-01-01' FROM organisations.agency WHERE valid_until IS NULL AND ${where}`,
    [officerId, role],
  );
}

const carryOut = () => owner.transaction((tx) => carryOutChange(tx, world.desk, change));
/** Open applications by the commune of their agency, and whether that is in office. */
const openByCommune = async () => {
  const rows: { commune: string; inOffice: boolean; open: number }[] = await owner.query(
    `SELECT commune_code AS commune, valid_until IS NULL AS "inOffice", count(*)::int AS open
       FROM applications.application JOIN organisations.agency agency ON agency.id = agency_id
      WHERE waits_for <> 'nobody' AND commune_code IS NOT NULL GROUP BY 1, 2`,
  );
  return Object.fromEntries(
    rows.map(({ commune, inOffice, open }) => [`${commune} ${inOffice ? 'now' : 'before'}`, open]),
  );
};

test('a change is shown before its day with what it would do, and is not done before it', async () => {
  const plan = await planWhole(owner.manager, change);
  if (!plan) throw new Error('Carried out before');
  const open = await countOpen(
    owner.manager,
    plan.agencies.ends.map(({ id }) => id),
  );
  const lines = (await previewChange(owner.manager, plan, open)).split('\n');
  const dividedSample = sampled.filter((code) => followersOf('commune', code).length > 1);
  expect(lines.slice(1)).toEqual([
    'province  52 end, 23 begin, 11 stay',
    'district  696 end, 0 begin, 0 stay',
    'commune   10035 end, 3321 begin, 0 stay',
    expect.stringMatching(/^agencies {2}20814 end \(1633 of them divided\), 6574 begin, 204 stay$/),
    'officers  2 go with their agency, 1 wait to be placed',
    `open applications  ${2 * (sampled.length - dividedSample.length)} move, ${2 * dividedSample.length + 1} wait for a person to choose`,
  ]);
  await expect(carryOut()).rejects.toThrow('takes effect on 2025-07-01');
});

test('every application is afterwards where the table says, none is lost, and a killed run is gone on with', async () => {
  const counted = await openByCommune();
  world.db.clock.set('2025-06-30T17:00:00Z');
  expect(await carryOut()).toBeDefined();
  await expect(
    handOver(worker, () => {
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  const left = await handOver(worker);
  expect(await handOver(worker)).toBe(0);
  const expected: Record<string, number> = {};
  for (const commune of sampled) {
    const [only, another] = followersOf('commune', commune);
    // What was divided waits where it was.
    const at = another ? `${commune} before` : `${only} now`;
    expected[at] = (expected[at] ?? 0) + (counted[`${commune} now`] ?? 0);
  }
  expect(await openByCommune()).toEqual(expected);
  const moved = await owner.query(
    `SELECT application_id AS id, count(*)::int AS times FROM applications.event WHERE type = 'move-to-successor' GROUP BY 1`,
  );
  expect(moved.length).toBeGreaterThan(left);
  expect(moved.every(({ times }: { times: number }) => times === 1)).toBe(true);
  expect(await carryOut()).toBeUndefined();
});

test('after it each place has one agency of a kind in office, and no code is borne by two', async () => {
  const rows = await owner.query(
    `SELECT level, body, count(*)::int AS agencies, count(DISTINCT unit_code)::int AS codes
       FROM organisations.agency WHERE valid_until IS NULL AND body IN ('committee', 'police') GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  expect(rows).toEqual([
    { level: 'commune', body: 'committee', agencies: 3321, codes: 3321 },
    { level: 'commune', body: 'police', agencies: 3321, codes: 3321 },
    { level: 'province', body: 'committee', agencies: 34, codes: 34 },
    { level: 'province', body: 'police', agencies: 34, codes: 34 },
  ]);
  const [{ orphans }] = await owner.query(
    `SELECT count(*)::int AS orphans FROM organisations.agency a WHERE valid_until IS NOT NULL
        AND NOT EXISTS (SELECT FROM organisations.agency_succession s WHERE s.agency_id = a.id)`,
  );
  expect(orphans).toBe(0);
});

test('number, state, clock and deadline stay; the chain holds, and the timeline says to whom it went', async () => {
  for (const [id, { agencyId, version, headHash: _, changedAt: __, commune, ...kept }] of before) {
    const now = await find(id);
    const same = Object.entries(kept).filter(([name, value]) =>
      isDeepStrictEqual(now[name as keyof Application], value),
    );
    expect(same.map(([name]) => name)).toEqual(Object.keys(kept));
    const events = await readEvents(owner.manager, worker, id);
    expect(chainHolds(events)).toBe(true);
    if (now.agencyId === agencyId) continue;
    expect(events.at(-1)).toMatchObject({ type: 'move-to-successor', agencyId, actor: { kind: 'system' } });
    expect(events.at(-1)?.details.past.vi).toMatch(
      /^Hồ sơ được chuyển đến UBND .* sau khi sắp xếp đơn vị hành chính$/,
    );
    expect([version + 1, commune]).toEqual([now.version, commune]);
  }
});

test('the citizen is told once, however often the job runs', async () => {
  const [first] = [...before.values()].filter(({ commune }) => commune === trucBach);
  const news = { applicationId: first?.id, sequence: 3, type: 'move-to-successor' };
  for (let run = 0; run < 2; run += 1)
    await applicationTasks(worker)['inbox-entry']?.(news, undefined as never);
  const told = await owner.query('SELECT title FROM notifications.inbox_entry WHERE about_id = $1', [
    first?.id,
  ]);
  expect(told).toHaveLength(1);
  expect(told[0].title.vi).toContain('UBND phường Ba Đình');
});

test('an officer goes on at the successor: the queue, the old number, and what was closed before', async () => {
  const [first] = [...before.values()].filter(({ commune }) => commune === trucBach);
  expect((await mai.browser.get('/')).text).toContain(`/applications/${first?.id}`);
  for (const { id, number } of [first as Application, closed])
    expect((await mai.browser.postForm('/search', { sought: number })).headers.location).toBe(
      `/applications/${id}`,
    );
  expect((await mai.browser.get(`/applications/${closed.id}`)).status).toBe(200);
});

test('a place is called what it was when it was answered, with what it is now', async () => {
  await readPlaces(owner.manager);
  const [first] = [...before.values()].filter(({ commune }) => commune === trucBach);
  const page = textIn((await mai.browser.get(`/applications/${first?.id}`)).text);
  expect(page).toContain(
    '12 phố Cũ, Phường Trúc Bạch, Quận Ba Đình (nay là Phường Ba Đình), Thành phố Hà Nội',
  );
  // Who accepted it did so at the agency of before.
  expect(page).toContain('Trần Thanh Mai · Cán bộ, UBND phường Trúc Bạch');
});

describe('what was divided', () => {
  test('is still worked on by its officers', async () => {
    const [first] = waiting();
    expect((await toan.browser.get('/')).text).toContain(`/applications/${first?.id}`);
    expect((await toan.browser.get(`/applications/${first?.id}`)).status).toBe(200);
  });

  test('is placed by administrators of the province, and the room does not exist for others', async () => {
    const room = await roomOf();
    expect(textIn((await lien.browser.get('/succession')).text)).toContain('UBND phường Cống Vị');
    const elsewhere = await world.officer('Lò Văn Pua', 'administrator', '00070');
    for (const stranger of [mai, toan, elsewhere]) {
      for (const path of ['/succession', room]) expect((await stranger.browser.get(path)).status).toBe(404);
      for (const path of ['applications', 'officers'])
        expect((await stranger.browser.postForm(`${room}/${path}`, {})).status).toBe(404);
    }
  });

  test('goes to the agency chosen for it, and to no other; what changed meanwhile stays', async () => {
    const room = await roomOf();
    const [first, second] = waiting() as Application[] as [Application, Application];
    const [giangVo, other] = await Promise.all(['00025', '00070'].map(agencyOf));
    const page = (await lien.browser.get(room)).text;
    expect(textIn(page)).toContain('Phường Cống Vị, Quận Ba Đình (nay thuộc ');
    const wrong = await lien.browser.postForm(`${room}/applications`, choose(first.id, other ?? ''));
    expect(wrong.headers.location).toBe(`${room}?moved=0&kept=0`);
    const body = { ...choose(first.id, giangVo ?? ''), ...choose(second.id, giangVo ?? '', 7) };
    const done = await lien.browser.postForm(`${room}/applications`, body);
    expect(done.headers.location).toBe(`${room}?moved=1&kept=1`);
    expect((await find(first.id)).agencyId).toBe(giangVo);
    expect((await find(second.id)).agencyId).toBe(second.agencyId);
    const shown = textIn((await lien.browser.get(done.headers.location ?? '')).text);
    expect(shown).toContain('Đã chuyển 1 hồ sơ.');
    expect([shown.includes(first.number), shown.includes(second.number)]).toEqual([false, true]);
    await lien.browser.postForm(`${room}/applications`, choose(second.id, giangVo ?? ''));
    const [last] = (await readEvents(owner.manager, worker, second.id)).toReversed();
    expect(last).toMatchObject({ actor: { kind: 'officer', name: lien.name }, purpose: 'administration' });
  });

  test('of a district is suggested the commune that stands where its address was', async () => {
    const room = await roomOf(baDinhDistrict);
    const page = (await lien.browser.get(room)).text;
    const baDinh = await agencyOf('00004');
    expect(page).toMatch(new RegExp(`<option[^>]*value="${baDinh}"[^>]*selected`));
    await lien.browser.postForm(`${room}/applications`, {
      [`application-${inDistrict}`]: baDinh ?? '',
      [`version-${inDistrict}`]: '1',
    });
    expect((await find(inDistrict)).agencyId).toBe(baDinh);
  });

  test('is wound up an hour later when its officers are placed too, and its files go with its code', async () => {
    const room = await roomOf();
    const giangVo = await agencyOf('00025');
    await owner.query(
      `UPDATE organisations.change SET carried_out_at = carried_out_at - interval '61 minutes'`,
    );
    await handOver(worker);
    expect(textIn((await lien.browser.get('/succession')).text)).toContain('UBND phường Cống Vị');
    const placed = await lien.browser.postForm(`${room}/officers`, { [`officer-${toan.id}`]: giangVo ?? '' });
    expect(placed.headers.location).toBe(`${room}?placed=1`);
    expect((await toan.browser.get('/')).text).toContain(`/applications/${waiting()[0]?.id}`);
    await handOver(worker);
    expect((await lien.browser.get(room)).status).toBe(404);
    const [{ keepers }] = await owner.query(
      'SELECT count(*)::int AS keepers FROM organisations.agency_succession WHERE keeps_files AND agency_id = $1',
      [waiting()[0]?.agencyId],
    );
    expect(keepers).toBe(1);
  });
});

async function agencyOf(commune: string): Promise<string | undefined> {
  const [agency]: { id: string }[] = await owner.query(
    `SELECT id FROM organisations.agency WHERE commune_code = $1 AND body = 'committee' AND valid_until IS NULL`,
    [commune],
  );
  return agency?.id;
}

const roomOf = async (district?: string) => {
  const [agency]: { id: string }[] = await owner.query(
    district
      ? 'SELECT id FROM organisations.agency WHERE district_code = $1'
      : `SELECT id FROM organisations.agency WHERE commune_code = $1 AND body = 'committee' AND valid_until IS NOT NULL`,
    [district ?? congVi],
  );
  return `/succession/${agency?.id}`;
};
const waiting = () => [...before.values()].filter(({ commune }) => commune === congVi);
const choose = (id: string, successor: string, version = 1) => ({
  [`application-${id}`]: successor,
  [`version-${id}`]: String(version),
});
