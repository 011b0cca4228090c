import { revisionById } from '#lib/catalogue';
import { type Evidence, verifyEvidence } from '#lib/identity';
import { digest, unseal } from '#lib/platform';
import { minh } from '../../../identity/test/people.js';
import { forgeAssertion } from '../../../identity/test/forge.js';
import { birthAnswers } from '../../../../test/file-application.js';
import {
  type CitizenAtHome,
  createPortalWorld,
  type PortalWorld,
  signingOptionsIn,
} from '../../../../test/portal-world.js';
import { errorsIn, textIn } from '../draft/page-form.fixture.js';
import { readAnswers, readFiledAnswers } from '../application/answers.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { Draft } from '../draft/draft.entity.js';
import { readPrepared } from './prepare-submission.js';
import { submitApplication } from './submit-application.js';

const morning = '2026-11-20T03:05:00Z';
let world: PortalWorld;
let lan: CitizenAtHome;
let other: CitizenAtHome;

beforeAll(async () => {
  world = await createPortalWorld();
  lan = await world.citizen();
  other = await world.citizen(minh);
});
afterAll(() => world?.close());
beforeEach(() => world.db.clock.set(morning));

const signing = (draft: string) => `/drafts/${draft}/signing`;
const receipt = (draft: string) => `/applications/${draft}/receipt`;
const rows = (sql: string, ...values: unknown[]) => world.owner.query(sql, values);

async function numberOf(id: string): Promise<string | undefined> {
  const [row] = await rows('SELECT number FROM applications.application WHERE id = $1', id);
  return row?.number;
}

async function countOf(id: string): Promise<Record<string, number>> {
  const [counts] = await rows(
    `SELECT (SELECT count(*)::int FROM applications.application WHERE id = $1) AS applications,
            (SELECT count(*)::int FROM applications.submission WHERE application_id = $1) AS submissions,
            (SELECT count(*)::int FROM applications.answers WHERE application_id = $1) AS answers,
            (SELECT count(*)::int FROM applications.event WHERE application_id = $1) AS events,
            (SELECT count(*)::int FROM applications.outbox WHERE application_id = $1) AS outbox`,
    id,
  );
  return counts;
}

const once = { applications: 1, submissions: 1, answers: 1, events: 1, outbox: 1 };
const nothing = { applications: 0, submissions: 0, answers: 0, events: 0, outbox: 0 };

describe('signing a draft', () => {
  test('files all of it at once and leads to the receipt', async () => {
    const id = await lan.draft();
    const signed = await lan.sign(id);
    expect([signed.status, signed.headers.location]).toEqual([303, receipt(id)]);
    expect(await countOf(id)).toEqual(once);
    const [application] = await rows(
      `SELECT number, state, status, waits_for, version, filed_at, clock_started_at, clock_stopped_at, due_at, person_id
         FROM applications.application WHERE id = $1`,
      id,
    );
    expect(application).toEqual({
      number: expect.stringMatching(/^\d{3}\.\d\d\.\d\d\.H26-261120-\d{4}$/),
      state: 'filed',
      status: 1,
      waits_for: 'officer',
      version: 1,
      filed_at: new Date(morning),
      clock_started_at: new Date(morning),
      clock_stopped_at: null,
      due_at: new Date('2026-11-23T10:00:00Z'),
      person_id: lan.id,
    });
    const events = await readEvents(world.portal.database.manager, world.portal, id);
    expect(events).toMatchObject([
      { sequence: 1, type: 'file', actor: { kind: 'citizen', id: lan.id, name: lan.name }, from: null },
    ]);
    expect(chainHolds(events)).toBe(true);
    expect(await readAnswers(world.portal.database.manager, world.portal, id)).toEqual(birthAnswers);
    const page = (await lan.get(receipt(id))).text.replaceAll('<wbr/>', '');
    expect(page).toContain(application.number);
    expect(page).not.toContain('<dd class="govuk-summary-list__value"></dd>');
  });

  test('is taken up again from the list where it was left', async () => {
    const { childName: _, ...incomplete } = birthAnswers;
    const id = await lan.draft(incomplete);
    expect((await lan.get('/applications')).text).toContain(`href="/drafts/${id}"`);
    expect((await lan.get(`/drafts/${id}`)).headers.location).toBe(`/drafts/${id}/pages/child-name`);
  });

  test('files beside the answers which register knew them, and whether they stand as it said', async () => {
    const id = await lan.draft();
    const from = { source: 'population-register', at: morning, known: true, kept: true };
    const sources = {
      requesterName: { ...from, key: 'person.name' },
      motherName: { ...from, key: 'person.name', kept: false },
      motherEthnicGroup: { ...from, key: 'person.ethnicGroup', known: false, kept: false },
      fatherName: { ...from, key: 'spouse.name' },
    };
    await rows('UPDATE applications.draft SET sources = $2 WHERE id = $1', id, JSON.stringify(sources));
    await lan.sign(id);
    const filed = await readFiledAnswers(world.portal.database.manager, world.portal, id);
    const known = { register: 'population-register', asOf: morning };
    expect(filed.sources).toEqual({
      requesterName: { ...known, unchanged: true },
      motherName: { ...known, unchanged: false },
    });
  });

  test('keeps what was signed, and anyone can check that offline', async () => {
    const id = await lan.draft();
    await lan.sign(id);
    const { canonical, evidence } = await submissionOf(id);
    expect(await verifyEvidence(evidence, digest(canonical))).toBe(true);
    expect(await verifyEvidence(evidence, digest(canonical.replace('Bảo', 'Bao')))).toBe(false);
    const [revision] = await rows(
      `SELECT number, digest FROM catalogue.revision WHERE id = (SELECT revision_id FROM applications.application WHERE id = $1)`,
      id,
    );
    const [agency] = await rows(
      `SELECT unit_code FROM organisations.agency WHERE id = (SELECT agency_id FROM applications.application WHERE id = $1)`,
      id,
    );
    expect(JSON.parse(canonical)).toEqual({
      purpose: 'submit-application',
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      application: id,
      procedure: '1.001193',
      revision,
      applicant: lan.id,
      agency: agency.unit_code,
      answers: birthAnswers,
    });
  });

  test('leaves nothing of the answers in the draft', async () => {
    const id = await lan.draft();
    await lan.sign(id);
    const [draft] = await rows(
      'SELECT answers_sealed, signing_sealed, submitted_at FROM applications.draft WHERE id = $1',
      id,
    );
    expect(draft).toEqual({ answers_sealed: '', signing_sealed: null, submitted_at: new Date(morning) });
    expect((await lan.get(`/drafts/${id}/check`)).status).toBe(410);
    expect((await lan.get(signing(id))).headers.location).toBe(`/applications/${id}`);
  });

  test('keeps that the passkey was used, whether anything comes of it or not', async () => {
    const used = async () => {
      const [last] = await rows(
        'SELECT max(last_used_at) AS at FROM identity.passkey WHERE owner_id = $1',
        lan.id,
      );
      return last.at;
    };
    const [first, second, third] = [await lan.draft(), await lan.draft(), await lan.draft()];
    const assertion = [await lan.assertion(second), await lan.assertion(third)] as const;
    world.db.clock.advance(1000);
    await lan.sign(first);
    expect(await used()).toEqual(world.db.clock.now());
    // The draft changes between being read and being filed.
    await rows(
      `CREATE FUNCTION loses_the_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`,
    );
    await rows(`CREATE TRIGGER lost BEFORE UPDATE ON applications.draft
                  FOR EACH ROW EXECUTE FUNCTION loses_the_row()`);
    world.db.clock.advance(1000);
    expect(await refusalOf(second, assertion[0])).toBe('draft-changed');
    expect(await used()).toEqual(world.db.clock.now());
    await rows('DROP TRIGGER lost ON applications.draft; DROP FUNCTION loses_the_row');
    const end = (from: string | null, to: string | null) =>
      rows(
        'UPDATE organisations.agency SET valid_until = $2 WHERE valid_until IS NOT DISTINCT FROM $1',
        from,
        to,
      );
    await end(null, '2026-11-19');
    world.db.clock.advance(1000);
    expect(await refusalOf(third, assertion[1])).toBe('draft-changed');
    await end('2026-11-19', null);
    expect(await used()).toEqual(world.db.clock.now());
  });

  test('is offered only for a complete draft', async () => {
    const { childName: _, ...incomplete } = birthAnswers;
    const id = await lan.draft(incomplete);
    expect((await lan.get(signing(id))).headers.location).toBe(`/drafts/${id}/check`);
    expect(await refusalOf(id, '{}')).toBe('draft-changed');
    expect(await countOf(id)).toEqual(nothing);
  });
});

describe('the number', () => {
  test('counts the agency’s applications of the day, and begins anew at midnight in Việt Nam', async () => {
    world.db.clock.set('2026-11-20T16:59:50Z');
    const citizen = await world.citizen({ ...minh, idNumber: '001088000101' });
    const drafts = await Promise.all([1, 2, 3, 4].map(() => citizen.draft()));
    const file = async (index: number) => {
      await citizen.sign(drafts[index] as string);
      return numberOf(drafts[index] as string);
    };
    const [first, second] = [await file(0), await file(1)];
    expect(sequenceOf(second)).toBe(sequenceOf(first) + 1);
    expect(second).toContain('.H26-261120-');
    world.db.clock.advance(10_000);
    expect(await file(2)).toMatch(/\.H26-261121-0001$/);
    expect(await file(3)).toMatch(/\.H26-261121-0002$/);
  });

  test('has five digits after 9,999', async () => {
    const id = await lan.draft();
    await rows(`UPDATE applications.number_counter SET last = 9999 WHERE day = '2026-11-20'`);
    await lan.sign(id);
    expect(await numberOf(id)).toMatch(/-261120-10000$/);
  });

  test('differs for twenty who file in the same instant, without gaps', async () => {
    const drafts = await Promise.all(Array.from({ length: 20 }, () => lan.draft()));
    const assertions = await Promise.all(drafts.map((draft) => lan.assertion(draft)));
    const answers = await Promise.all(
      drafts.map((draft, index) => lan.post(signing(draft), { assertion: assertions[index] as string })),
    );
    expect(answers.map(({ status }) => status)).toEqual(drafts.map(() => 303));
    const numbers = (await Promise.all(drafts.map(numberOf))).map(sequenceOf).toSorted((a, b) => a - b);
    const [first = 0] = numbers;
    expect(numbers).toEqual(numbers.map((_, index) => first + index));
    const [together] = await rows(
      'SELECT count(DISTINCT xmin::text)::int AS commits FROM applications.application WHERE id = ANY($1)',
      drafts,
    );
    expect(together.commits).toBeLessThan(20);
  });

  test('is none for a draft that changed meanwhile, and those filed with it follow each other without it', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => lan.draft()));
    const tx = world.portal.database.manager;
    const file = async (draftId: string, changed: boolean) => {
      await lan.assertion(draftId);
      const draft = await tx.getRepository(Draft).findOneByOrFail({ id: draftId });
      const prepared = readPrepared(world.portal, draft);
      if (!prepared) throw new Error('Nothing is to be signed');
      return {
        draftId,
        revision: await revisionById(tx, draft.revisionId),
        prepared: { ...prepared, version: prepared.version + (changed ? 1 : 0) },
        evidence: {} as Evidence,
        actor: { kind: 'citizen' as const, id: lan.id, name: lan.name },
      };
    };
    const submissions = await Promise.all(ids.map((id, index) => file(id, index === 1)));
    const [one, none, two] = await Promise.allSettled(
      submissions.map((each) => submitApplication(tx, world.portal, each)),
    );
    expect(none).toMatchObject({ status: 'rejected', reason: { code: 'draft-changed' } });
    const numbers = [one, two].map((each) => each?.status === 'fulfilled' && sequenceOf(each.value));
    expect(numbers[1]).toBe(Number(numbers[0]) + 1);
    expect(await Promise.all(ids.map(countOf))).toEqual([once, nothing, once]);
  });
});

describe('a POST that comes again', () => {
  test('later leads to the same receipt', async () => {
    const id = await lan.draft();
    const assertion = await lan.assertion(id);
    const first = await lan.post(signing(id), { assertion });
    const number = await numberOf(id);
    world.db.clock.advance(60_000);
    const again = await lan.post(signing(id), { assertion });
    expect([again.status, again.headers.location]).toEqual([303, first.headers.location]);
    expect([await numberOf(id), await countOf(id)]).toEqual([number, once]);
  });

  test('in the same instant leads to the same receipt', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await lan.draft();
      const assertion = await lan.assertion(id);
      const answers = await Promise.all([1, 2, 3].map(() => lan.post(signing(id), { assertion })));
      expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
        answers.map(() => [303, receipt(id)]),
      );
      expect(await countOf(id)).toEqual(once);
    }
  });

  test('from another tab in which the same page was opened files it as well', async () => {
    const id = await lan.draft();
    const assertion = await lan.assertion(id);
    await lan.get(signing(id));
    expect((await lan.post(signing(id), { assertion })).headers.location).toBe(receipt(id));
  });
});

describe('is refused and loses nothing:', () => {
  test('a draft that was changed after the signing page was opened', async () => {
    const id = await lan.draft();
    const assertion = await lan.assertion(id);
    const saved = await lan.fill(`/drafts/${id}/pages/child-name`, { childName: 'Phạm Gia Khánh' });
    expect([saved.status, errorsIn(saved.text)]).toEqual([303, []]);
    expect(await refusalOf(id, assertion)).toBe('draft-changed');
    const check = await lan.get(`/drafts/${id}/check?refused=draft-changed`);
    expect(textIn(check.text)).toContain('Hồ sơ đã thay đổi sau khi bạn mở trang ký');
    expect(check.text).toContain('Phạm Gia Khánh');
    await lan.sign(id);
    const { canonical } = await submissionOf(id);
    expect(JSON.parse(canonical).answers.childName).toBe('Phạm Gia Khánh');
  });

  test('the signature of another person’s passkey', async () => {
    const id = await lan.draft();
    const options = signingOptionsIn((await lan.get(signing(id))).text);
    const { device, origin } = other.browser;
    const foreign = device.getJSON(origin, { ...options, allowCredentials: [] });
    expect(await refusalOf(id, JSON.stringify(foreign))).toBe('passkey-not-accepted');
    expect((await lan.sign(id)).headers.location).toBe(receipt(id));
  });

  test('a signature that was given before, for something else', async () => {
    const [first, second] = [await lan.draft(), await lan.draft()];
    const used = await lan.assertion(first);
    await lan.post(signing(first), { assertion: used });
    await lan.get(signing(second));
    expect(await refusalOf(second, used)).toBe('passkey-not-accepted');
    const unused = await lan.assertion(await lan.draft());
    expect(await refusalOf(second, unused)).toBe('passkey-not-accepted');
    expect((await lan.sign(second)).headers.location).toBe(receipt(second));
  });

  test('a signature without the person being verified, and none at all', async () => {
    const id = await lan.draft();
    const honest = JSON.parse(await lan.assertion(id));
    const forged = forgeAssertion(lan.browser.device, honest, { flags: { userVerified: false } });
    expect(await refusalOf(id, JSON.stringify(forged))).toBe('passkey-not-accepted');
    for (const assertion of ['', '{}', 'null', '\0', 'x'.repeat(30_000)])
      expect(['passkey-not-accepted', 400]).toContain(await refusalOf(id, assertion));
  });

  test('a signature after ten minutes', async () => {
    const id = await lan.draft();
    const assertion = await lan.assertion(id);
    world.db.clock.advance(10 * 60_000);
    expect(await refusalOf(id, assertion)).toBe('passkey-not-accepted');
    expect((await lan.sign(id)).headers.location).toBe(receipt(id));
  });

  test('somebody else’s draft, which is not there for anyone but its owner', async () => {
    const id = await lan.draft();
    const assertion = await lan.assertion(id);
    expect((await other.get(signing(id))).status).toBe(404);
    expect(await refusalOf(id, assertion, other)).toBe(404);
    await lan.post(signing(id), { assertion });
    for (const path of ['', '/receipt', '/result', '/supplement'])
      expect([path, (await other.get(`/applications/${id}${path}`)).status]).toEqual([path, 404]);
  });

  test('an answer to a request for supplements, which is no application of its own', async () => {
    const id = await lan.draft();
    await rows(
      `UPDATE applications.draft SET supplements = gen_random_uuid(), supplement_items = $2::jsonb WHERE id = $1`,
      id,
      JSON.stringify([{ kind: 'field', id: 'filingPlace', reason: 'Xem lại.' }]),
    );
    expect((await lan.get(signing(id))).headers.location).toBe(`/drafts/${id}/check`);
    expect(await refusalOf(id, '{}')).toBe('draft-changed');
  });
});

/** Posts a signature that must file nothing, and says how it was answered. */
/** The code that the last look is opened with again, or the status of a refusal that leads nowhere. */
async function refusalOf(draft: string, assertion: string, by = lan): Promise<string | number> {
  const { status, headers } = await by.post(signing(draft), { assertion });
  expect(await countOf(draft)).toEqual(nothing);
  if (status !== 303) return status;
  const [page, code = ''] = (headers.location ?? '').split('?refused=');
  expect(page).toBe(`/drafts/${draft}/check`);
  return code;
}

async function submissionOf(id: string): Promise<{ canonical: string; evidence: Evidence }> {
  const [{ canonical_sealed, evidence }] = await rows(
    'SELECT canonical_sealed, evidence FROM applications.submission WHERE application_id = $1',
    id,
  );
  const key = world.portal.config.secrets.encryptionKey;
  return { canonical: unseal(key, `submission:canonical:${id}`, canonical_sealed), evidence };
}

function sequenceOf(number: string | undefined): number {
  return Number(number?.split('-').at(-1));
}
