import { setTimeout } from 'node:timers/promises';
import type { HouseholdMember } from '#lib/registries';
import { transaction } from '#lib/platform';
import type { Browser } from '../../test/browser.js';
import { lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { endMandate } from './end-mandate.js';
import { holdMandate } from './hold-mandate.js';
import { knowFamily } from './know-family.js';
import { mandatesFor } from './mandates-for.js';

const head: HouseholdMember = { ...minh, relationship: 'head', spouseIdNumber: lan.idNumber };
const wife: HouseholdMember = { ...lan, relationship: 'spouse', spouseIdNumber: minh.idNumber };
const bao: HouseholdMember = {
  ...lan,
  idNumber: '001219000031',
  fullName: 'Trần Gia Bảo',
  birthDate: '2019-06-01',
  relationship: 'child',
};
const grown: HouseholdMember = {
  ...bao,
  idNumber: '001211000031',
  fullName: 'Trần Gia Huy',
  birthDate: '2011-10-02',
};
const procedure = {
  code: '1.001193',
  field: 'civil-status',
  applicants: ['citizen'],
  representation: { spouse: true },
};

let world: World;
let represented: Browser;
let representative: Browser;
let stranger: Browser;
beforeAll(async () => {
  world = await createWorld();
  world.register.members = [head, wife, bao, grown];
});
afterAll(() => world.close());

async function idOf(fullName: string): Promise<string> {
  const owner = await world.db.owner();
  const [row]: { id: string }[] = await owner.query('SELECT id FROM identity.person WHERE full_name = $1', [
    fullName,
  ]);
  return row?.id ?? '';
}

test('the page names the children under 14 of one’s household, and why; grown ones not', async () => {
  represented = await signUp(world, lan);
  const { text, status } = await represented.get('/account/acting');
  expect(status).toBe(200);
  expect(text).toContain('Trần Gia Bảo');
  expect(text).toContain('trước 01/06/2033, ngày tròn 14 tuổi');
  expect(text).not.toContain('Trần Gia Huy');
  expect((await represented.get('/account')).text).toContain('href="/account/acting"');
});

test('neither name nor number of a child stands open in the database', async () => {
  const owner = await world.db.owner();
  const rows: unknown[] = await owner.query('SELECT * FROM identity.mandate');
  expect(rows).not.toHaveLength(0);
  expect(JSON.stringify(rows)).not.toContain(bao.idNumber);
  expect(JSON.stringify(rows)).not.toContain('Bảo');
});

test('the register is asked once a day, by two tabs at once too, and makes one mandate a child', async () => {
  representative = await signUp(world, minh);
  const id = await idOf(minh.fullName);
  await Promise.all([1, 2].map(() => knowFamily(world.portal, world.register, id)));
  const owner = await world.db.owner();
  const rows: unknown[] = await owner.query(
    `SELECT 1 FROM identity.mandate WHERE representative_id = $1 AND kind = 'parent'`,
    [id],
  );
  expect(rows).toHaveLength(1);
  world.register.members = [];
  await knowFamily(world.portal, world.register, id);
  const tx = world.portal.database.manager;
  expect(await mandatesFor(tx, world.portal, { id, assurance: 1 }, procedure)).toHaveLength(2);
});

test('a spouse who may act, says the register, is told to the other', async () => {
  world.register.members = [head, wife];
  const owner = await world.db.owner();
  await owner.query(`DELETE FROM identity.household_look`);
  await owner.query(`DELETE FROM identity.mandate WHERE kind = 'spouse'`);
  await knowFamily(world.portal, world.register, await idOf(minh.fullName));
  const [notice] = await owner.query(
    `SELECT title ->> 'vi' AS title FROM notifications.inbox_entry WHERE person_id = $1 ORDER BY at DESC, id DESC LIMIT 1`,
    [await idOf(lan.fullName)],
  );
  expect(notice).toEqual({ title: `${minh.fullName} được làm thay ${lan.fullName}` });
  world.register.members = [head, wife, bao, grown];
});

test('a child the register no longer has in the household is no longer represented', async () => {
  const id = await idOf(minh.fullName);
  world.db.clock.advance(25 * 3_600_000);
  world.register.members = [head, wife];
  await knowFamily(world.portal, world.register, id);
  const tx = world.portal.database.manager;
  const kinds = (await mandatesFor(tx, world.portal, { id, assurance: 1 }, procedure)).map(
    ({ kind }) => kind,
  );
  expect(kinds).toEqual(['spouse']);
});

const held = async () => {
  const tx = world.portal.database.manager;
  const id = await idOf(minh.fullName);
  const [mandate] = await mandatesFor(tx, world.portal, { id, assurance: 1 }, procedure);
  return { id, mandateId: mandate?.id ?? '', person: { id, assurance: 1 as const } };
};

async function endAnd(personId: string, mandateId: string, done: string[]): Promise<void> {
  await endMandate(world.portal, personId, mandateId);
  done.push('ended');
}

describe('a mandate', () => {
  test('is held by its representative alone', async () => {
    const { mandateId } = await held();
    const person = { id: await idOf(lan.fullName), assurance: 2 as const };
    await expect(
      transaction(world.portal.database, (tx) =>
        holdMandate(tx, world.portal, { mandateId, person, procedure }),
      ),
    ).rejects.toMatchObject({ code: 'mandate-unknown', status: 403 });
  });

  test('cannot be ended by a stranger', async () => {
    const { mandateId } = await held();
    const someone = { ...lan, idNumber: '001190099999', fullName: 'Người Lạ' };
    stranger = await signUp(world, someone);
    expect((await stranger.postForm(`/account/acting/${mandateId}/ending`, {})).status).toBe(404);
  });

  test('whose end comes in the middle of an act waits for the act; the next act is refused', async () => {
    const { person, mandateId } = await held();
    const lanId = await idOf(lan.fullName);
    const done: string[] = [];
    let ending: Promise<unknown> | undefined;
    await transaction(world.portal.database, async (tx) => {
      await holdMandate(tx, world.portal, { mandateId, person, procedure });
      ending = endAnd(lanId, mandateId, done);
      await setTimeout(200);
      done.push('acted');
    });
    await ending;
    expect(done).toEqual(['acted', 'ended']);
    await expect(
      transaction(world.portal.database, (tx) =>
        holdMandate(tx, world.portal, { mandateId, person, procedure }),
      ),
    ).rejects.toMatchObject({ code: 'mandate-ended' });
  });

  test('is given again by whoever ended it alone, while the register still says it, and then stays', async () => {
    const id = await idOf(minh.fullName);
    const tx = world.portal.database.manager;
    const [ended] = await tx.query(
      `SELECT id FROM identity.mandate WHERE kind = 'spouse' AND representative_id = $1`,
      [id],
    );
    const renewal = `/account/acting/${ended.id}/renewal`;
    for (const browser of [representative, stranger]) {
      await browser.signIn();
      expect((await browser.get(renewal)).status).toBe(404);
      expect((await browser.postForm(renewal, {})).status).toBe(404);
    }
    await represented.signIn();
    world.db.clock.advance(6 * 60_000);
    expect((await represented.get(renewal)).headers.location).toContain('/step-up');
    expect((await represented.postForm(renewal, {})).status).toBe(403);
    await represented.signIn();
    expect((await represented.get('/account/acting')).text).toContain(renewal);
    expect((await represented.get(renewal)).text).toContain(`Cho ${minh.fullName} làm thay ${lan.fullName}`);
    world.register.members = [wife];
    expect((await represented.postForm(renewal, {})).headers.location).toContain('register-says-otherwise');
    world.register.members = [head, wife];
    const tabs = await Promise.all([1, 2].map(() => represented.postForm(renewal, {})));
    expect(tabs.map(({ headers }) => headers.location)).toContain('/account/acting?done=renewed');
    const standing = () => mandatesFor(tx, world.portal, { id, assurance: 1 }, procedure);
    expect(await standing()).toHaveLength(1);
    world.db.clock.advance(25 * 3_600_000);
    await knowFamily(world.portal, world.register, id);
    expect(await standing()).toHaveLength(1);
    await represented.signIn();
    const [{ id: again } = { id: '' }] = await standing();
    expect((await represented.postForm(`/account/acting/${again}/ending`, {})).status).toBe(303);
  });

  test('that the represented ended does not come back with the next look at the register', async () => {
    const id = await idOf(minh.fullName);
    world.db.clock.advance(25 * 3_600_000);
    await knowFamily(world.portal, world.register, id);
    expect(
      await mandatesFor(world.portal.database.manager, world.portal, { id, assurance: 1 }, procedure),
    ).toEqual([]);
  });
});
