import type { DataSource } from 'typeorm';
import { transaction } from '#lib/platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { shippedDefinition } from '../definition/load-definitions.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
import { findProcedure } from '../procedure/find-procedure.js';
import { followRevisions } from '../procedure/follow-revisions.js';
import { findProcedures } from '../search/find-procedures.js';
import { publishDesigned } from './publish-designed.js';
import { revisionInForce } from './revision-in-force.js';
import { standingOf } from './standing-of.js';

const marriage = '1.000894';
const day = 86_400_000;

let db: TestDatabase;
let desk: DataSource;
let portal: DataSource;
beforeAll(async () => {
  db = await createTestDatabase();
  desk = (await db.platform('desk')).database;
  portal = (await db.platform('portal')).database;
}, 120_000);
afterAll(() => db.close());

const inForce = (code = marriage) => revisionInForce(portal.manager, code, db.clock.now());
const publish = (definition: ServiceDefinition, from = db.clock.now()) =>
  transaction(desk, (tx) => publishDesigned(tx, definition, { from, now: db.clock.now() }));
const changed = (code: string, vi: string): ServiceDefinition => ({
  ...(shippedDefinition(marriage) as ServiceDefinition),
  code,
  title: { vi, en: 'A changed one', fr: 'Une autre' },
});

test('what designers published waits for its time, then goes before what ships and before what it followed', async () => {
  const shipped = await inForce();
  const next = await publish(changed(marriage, 'Kết hôn kiểu mới'), new Date(db.clock.now().getTime() + day));
  expect((await inForce()).id).toBe(shipped.id);
  expect(await standingOf(portal.manager, shipped.id, db.clock.now())).toMatchObject({ filableUntil: null });

  db.clock.advance(day);
  expect((await inForce()).id).toBe(next.id);
  const { filable, filableUntil } = await standingOf(portal.manager, shipped.id, db.clock.now());
  expect([filable, filableUntil]).toEqual([true, new Date(db.clock.now().getTime() + 30 * day)]);
});

test('the catalogue shows and finds it under its new title once it is in force', async () => {
  const title = async () => (await findProcedure(portal.manager, marriage)).title;
  expect(await title()).not.toBe('Kết hôn kiểu mới');
  expect(await followRevisions(desk.manager, db.clock.now())).toBe(1);
  expect(await followRevisions(desk.manager, db.clock.now())).toBe(0);
  expect(await title()).toBe('Kết hôn kiểu mới');
  const { found } = await findProcedures(portal.manager, { words: 'ket hon kieu moi' }, { page: 1, size: 5 });
  expect(found[0]).toMatchObject({ code: marriage, definition: { title: { en: 'A changed one' } } });
});

test('the same published once more is a revision of its own, and whoever started on it before stays on it', async () => {
  const first = await inForce();
  await publish(changed(marriage, 'Nhầm'));
  db.clock.advance(1000);
  const again = await publish(first.definition);
  expect([again.digest, again.number]).toEqual([first.digest, first.number + 2]);
  expect((await inForce()).id).toBe(again.id);
  expect((await standingOf(portal.manager, first.id, db.clock.now())).filableUntil).toBeNull();
});

test('a procedure that ships nothing and starts before what designers published for it begins on the standard one', async () => {
  const code = '1.011728';
  const from = new Date(db.clock.now().getTime() + day);
  const designed = await publish({ ...changed(code, 'Riêng'), formerRevisionDays: 0 }, from);
  const standard = await inForce(code);
  expect(standard.designed).toBe(false);
  db.clock.advance(day);
  expect((await inForce(code)).id).toBe(designed.id);
  expect((await standingOf(portal.manager, standard.id, db.clock.now())).filable).toBe(false);
});

test('a code nobody knew is found and can be applied for; before its time it is unknown', async () => {
  const code = '9.123456';
  await publish(changed(code, 'Thủ tục chưa ai có'), new Date(db.clock.now().getTime() + day));
  await expect(inForce(code)).rejects.toMatchObject({ code: 'procedure-not-found' });
  db.clock.advance(day);
  expect((await inForce(code)).number).toBe(1);
  await followRevisions(desk.manager, db.clock.now());
  expect(await findProcedure(portal.manager, code)).toMatchObject({ online: true });
});

test('what would come in force before another that is published already is refused, with findings too', async () => {
  const later = new Date(db.clock.now().getTime() + 2 * day);
  await publish(changed(marriage, 'Sau'), later);
  await expect(publish(changed(marriage, 'Trước'))).rejects.toMatchObject({
    code: 'publication-before-another',
  });
  const instead = await publish(changed(marriage, 'Thay'), later);
  db.clock.set(later);
  expect((await inForce()).id).toBe(instead.id);
  const broken = { ...changed(marriage, 'Hỏng'), route: 'nowhere' };
  await expect(publish(broken)).rejects.toMatchObject({ code: 'definition-has-findings', status: 422 });
});
