import { checkForm, type FormDefinition } from '#lib/forms';
import { newId, type Platform } from '#lib/platform';
import { minh } from '../../../identity/test/people.js';
import { birthAnswers } from '../../../../test/file-application.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import { actingOfficer } from '../../../../test/known-officer.js';
import { performAct } from '../act/perform-act.js';
import { readAnswers, readFiledAnswers } from '../application/answers.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { errorsIn, followed, hiddenIn, textIn } from '../draft/page-form.fixture.js';
import { supplementForm } from './supplement-form.js';
import type { SupplementItem } from './supplement-item.js';

const same = (text: string) => ({ vi: text, en: text, fr: text });

describe('the form of an answer', () => {
  const form: FormDefinition = {
    pages: [
      {
        id: 'child',
        title: same('Trẻ'),
        fields: [
          { id: 'name', type: 'name', label: same('Tên'), prefill: 'person.name' },
          { id: 'sex', type: 'radios', list: 'sexes', label: same('Giới tính') },
        ],
      },
      {
        id: 'papers',
        title: same('Giấy tờ'),
        when: { eq: ['sex', 'female'] },
        fields: [
          {
            id: 'proof',
            type: 'file',
            label: same('Giấy chứng sinh'),
            hint: same('Bản chụp'),
            when: { answered: 'name' },
            accept: ['application/pdf'],
            maxMegabytes: 1,
            maxFiles: 1,
          },
        ],
      },
    ],
    lists: { sexes: [{ value: 'female', label: same('Nữ') }] },
  };
  const items: SupplementItem[] = [
    { kind: 'paper', id: 'proof', reason: 'Ảnh mờ.' },
    { kind: 'other', name: 'Giấy uỷ quyền', reason: 'Nộp thay.' },
    { kind: 'other', name: 'Sổ hộ khẩu cũ', reason: 'Đối chiếu.' },
  ];

  test('holds what is asked for and nothing else, each with the officer’s reason', () => {
    const answer = supplementForm(form, items);
    const fields = answer.pages.flatMap((page) => page.fields.map(({ id, hint }) => [page.id, id, hint?.vi]));
    expect(fields).toEqual([
      ['papers', 'proof', 'Ảnh mờ.'],
      ['other-papers', 'otherPaper1', 'Nộp thay.'],
      ['other-papers', 'otherPaper2', 'Đối chiếu.'],
    ]);
    expect(answer.pages.at(-1)?.fields.map(({ label }) => label.vi)).toEqual([
      'Giấy uỷ quyền',
      'Sổ hộ khẩu cũ',
    ]);
    expect(checkForm(answer)).toEqual([]);
  });

  test('asks without condition, and fills nothing in from a register', () => {
    const [paper] = supplementForm(form, items).pages;
    expect(paper).not.toHaveProperty('when');
    expect(paper?.fields[0]).not.toHaveProperty('when');
    const [child] = supplementForm(form, [{ kind: 'field', id: 'name', reason: 'Sai.' }]).pages;
    expect(child?.fields).toEqual([{ id: 'name', type: 'name', label: same('Tên'), hint: same('Sai.') }]);
  });

  test('must be given, also where the form itself left it open', () => {
    const open = structuredClone(form);
    Object.assign(open.pages[0]?.fields[0] ?? {}, { optional: true });
    const [answer] = supplementForm(open, [{ kind: 'field', id: 'name', reason: 'Thiếu.' }]).pages;
    expect(answer?.fields[0]).not.toHaveProperty('optional');
  });

  test('knows the lists of the form, and nothing that is not in it', () => {
    expect(supplementForm(form, items).lists).toEqual(form.lists);
    expect(supplementForm(form, [{ kind: 'field', id: 'gone', reason: 'x' }]).pages).toEqual([]);
    expect(supplementForm({ pages: [] }, []).pages).toEqual([]);
  });

  test('leaves the form itself as it was', () => {
    const before = structuredClone(form);
    supplementForm(form, items);
    expect(form).toEqual(before);
  });
});

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`);
const asked: SupplementItem[] = [
  { kind: 'field', id: 'childName', reason: 'Tên trẻ khác với lời chứng.' },
  { kind: 'paper', id: 'witnessStatement', reason: 'Ảnh mờ ở dòng số.' },
  { kind: 'other', name: 'Giấy uỷ quyền', reason: 'Người nộp không phải là mẹ.' },
];

describe('a citizen who is asked', () => {
  let world: PortalWorld;
  let desk: Platform;
  let lan: CitizenAtHome;
  let other: CitizenAtHome;
  let id: string;
  let application: string;

  beforeAll(async () => {
    world = await createPortalWorld();
    desk = await world.db.platform('desk');
    lan = await world.citizen();
    other = await world.citizen(minh);
  }, 60_000);
  afterAll(() => world?.close());
  beforeEach(async () => {
    id = await lan.draft();
    await lan.sign(id);
    application = `/applications/${id}`;
    await ask(asked);
  });

  const events = () => readEvents(world.portal.database.manager, world.portal, id);
  const answers = () => readAnswers(world.portal.database.manager, world.portal, id);

  async function ask(items: SupplementItem[], version = 1): Promise<void> {
    await performAct(desk.database.manager, desk, {
      applicationId: id,
      event: 'request-supplement',
      version,
      idempotencyKey: newId(),
      actor: await actingOfficer(world.owner.manager, world.portal, 'Trần Thanh Mai'),
      as: ['intake'],
      purpose: 'case-handling',
      details: { items, note: 'Chỉ cần ảnh chụp rõ chữ.' },
    });
  }

  async function begin(citizen = lan): Promise<string> {
    return (await citizen.post(`${application}/supplement/drafts`)).headers.location ?? '';
  }

  /** Answers everything and returns the address of the draft. */
  async function answerAll(name = 'Phạm Gia Khánh'): Promise<string> {
    const draft = await begin();
    const [first, second, third] = (await pagesOf(draft)) as [string, string, string];
    await lan.fill(`${draft}/pages/${first}`, { childName: name });
    await lan.upload(`${draft}/papers/witnessStatement`, pdf(`witness ${name}`), 'lời chứng rõ.pdf');
    await lan.fill(`${draft}/pages/${second}`);
    await lan.upload(`${draft}/papers/otherPaper1`, pdf(`other ${name}`), 'uỷ quyền.pdf');
    const last = await lan.fill(`${draft}/pages/${third}`);
    expect(last.headers.location).toBe(`${draft}/check`);
    return draft;
  }

  /** The pages of a draft in which each field asked for stands on one of its own. */
  async function pagesOf(draft: string): Promise<string[]> {
    const [row] = await world.owner.query(
      `SELECT definition FROM catalogue.revision WHERE id = (SELECT revision_id FROM applications.draft WHERE id = $1)`,
      [draft.slice('/drafts/'.length)],
    );
    return supplementForm(row.definition.form, asked).pages.map((page) => page.id);
  }

  async function formToSend(draft: string): Promise<Record<string, string>> {
    return hiddenIn((await lan.get(`${draft}/check`)).text);
  }

  const send = (form: Record<string, string>) => lan.post(`${application}/supplement`, form);
  const refused = async (form: Record<string, string>) => (await send(form)).headers.location;

  test('reads everything at once, with reasons, before starting', async () => {
    const page = textIn((await lan.get(`${application}/supplement`)).text);
    for (const { reason, name } of asked) expect(page).toContain(name ?? reason);
    expect(page).toContain('Chỉ cần ảnh chụp rõ chữ.');
    expect(page).toContain('Không ấn định ngày cuối để bạn gửi bổ sung. Trong lúc chờ bạn, thời hạn');
  });

  test('checks an answer that is sent, not an application that is signed', async () => {
    const check = (await lan.get(`${await answerAll()}/check`)).text;
    expect(textIn(check)).toContain('Kiểm tra trước khi gửi bổ sung');
    expect(textIn(check)).not.toMatch(/ký và nộp/i);
  });

  test('cannot send back empty what was asked for, though the form leaves it open', async () => {
    id = await lan.draft();
    await lan.sign(id);
    application = `/applications/${id}`;
    await ask([{ kind: 'field', id: 'requesterEmail', reason: 'Cần để báo kết quả.' }]);
    const page = (await lan.get(await begin())).headers.location ?? '';
    const empty = await lan.fill(page, { requesterEmail: '' });
    expect(errorsIn((await followed(lan, empty)).text)).toHaveLength(1);
    expect((await lan.fill(page, { requesterEmail: 'lan@example.vn' })).headers.location).toMatch(/check$/);
  });

  test('answers field by field, begins with what was answered before, and sends it all in one act', async () => {
    const draft = await begin();
    const [first = ''] = await pagesOf(draft);
    const page = (await lan.get(`${draft}/pages/${first}`)).text;
    expect(page).toContain(birthAnswers.childName);
    expect(page).toContain('Tên trẻ khác với lời chứng.');
    await answerAll();
    const sent = await send(await formToSend(draft));
    expect([sent.status, sent.headers.location]).toEqual([303, application]);

    const { witnessStatement, ...rest } = await answers();
    const { witnessStatement: _, ...unchanged } = birthAnswers;
    expect(rest).toEqual({ ...unchanged, childName: 'Phạm Gia Khánh' });
    expect(witnessStatement).toMatchObject([{ name: 'lời chứng rõ.pdf', mediaType: 'application/pdf' }]);
    const all = await events();
    expect(all.map(({ type }) => type)).toEqual(['file', 'request-supplement', 'answer-supplement']);
    expect(all[2]?.details).toMatchObject({
      changed: expect.arrayContaining(['childName', 'witnessStatement']),
      others: [{ name: 'Giấy uỷ quyền', files: [{ name: 'uỷ quyền.pdf' }] }],
    });
    expect(chainHolds(all)).toBe(true);
    expect(textIn((await lan.get(application)).text)).toContain('Đã nộp, chờ tiếp nhận');
  });

  test('who changes what a register knew makes it their own, and only that', async () => {
    const known = {
      source: 'population-register',
      key: 'x',
      at: '2026-11-20T03:05:00Z',
      known: true,
      kept: true,
    };
    id = await lan.draft();
    await world.owner.query('UPDATE applications.draft SET sources = $2 WHERE id = $1', [
      id,
      JSON.stringify({ childName: known, motherName: known }),
    ]);
    await lan.sign(id);
    application = `/applications/${id}`;
    await ask(asked);
    await send(await formToSend(await answerAll()));
    const { sources } = await readFiledAnswers(world.portal.database.manager, world.portal, id);
    expect(sources).toMatchObject({ childName: { unchanged: false }, motherName: { unchanged: true } });
  });

  test('hands the papers to the application, and the draft is gone', async () => {
    const draft = await answerAll();
    await send(await formToSend(draft));
    expect((await lan.get(draft)).status).toBe(404);
    const papers = await world.owner.query(
      'SELECT id, case_id FROM documents.attachment WHERE case_id = $1',
      [id],
    );
    expect(papers).toHaveLength(2);
    for (const paper of papers) {
      expect((await lan.get(`/attachments/${paper.id}`)).status).toBe(200);
      expect((await other.get(`/attachments/${paper.id}`)).status).toBe(404);
    }
  });

  test('who sends it twice, later or in the same instant, has sent it once', async () => {
    const form = await formToSend(await answerAll());
    const sent = [...(await Promise.all([send(form), send(form), send(form)])), await send(form)];
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await events()).toHaveLength(3);
    expect((await answers()).childName).toBe('Phạm Gia Khánh');
  });

  test('finds the same draft in a second tab, also when both begin in the same instant', async () => {
    const [one, two] = await Promise.all([begin(), begin()]);
    expect([two, await begin()]).toEqual([one, one]);
    expect(await draftsOf()).toBe(1);
  });

  test('is told in the second tab that it was sent in the first', async () => {
    const draft = await answerAll();
    const [first, second] = [await formToSend(draft), await formToSend(draft)];
    expect(first.key).not.toBe(second.key);
    expect((await send(first)).status).toBe(303);
    expect(await refused(second)).toBe(`${application}?refused=application-changed`);
    expect(await events()).toHaveLength(3);
  });

  test('cannot send with something left to answer, and keeps what is there', async () => {
    const draft = await begin();
    const [first = '', second = ''] = await pagesOf(draft);
    await lan.fill(`${draft}/pages/${first}`, { childName: 'Phạm Gia Khánh' });
    const missing = await lan.fill(`${draft}/pages/${second}`);
    expect(errorsIn((await followed(lan, missing)).text)).toHaveLength(1);
    expect(await refused({ version: '2', key: newId() })).toBe(`${draft}/check?refused=draft-unfinished`);
    expect(await events()).toHaveLength(2);
    expect((await lan.get(`${draft}/pages/${first}`)).text).toContain('Phạm Gia Khánh');
  });

  test('is asked a second time and answers that', async () => {
    const key = newId();
    await answerAll();
    await send({ version: '2', key });
    await ask(asked, 3);
    expect((await answers()).childName).toBe('Phạm Gia Khánh');
    const draft = await answerAll('Phạm Gia Hân');
    expect(await refused({ version: '4', key })).toBe(`${application}?refused=application-changed`);
    expect((await lan.get(`${draft}/check`)).text).toContain('Phạm Gia Hân');
    expect((await send(await formToSend(draft))).status).toBe(303);
    expect((await answers()).childName).toBe('Phạm Gia Hân');
    expect(await events()).toHaveLength(5);
  });

  test('is alone in this: for anyone else neither the request nor the draft is there', async () => {
    const draft = await answerAll();
    const form = await formToSend(draft);
    const tries = [
      await other.get(`${application}/supplement`),
      await other.post(`${application}/supplement/drafts`),
      await other.post(`${application}/supplement`, form),
      await other.get(`${draft}/check`),
      await other.upload(`${draft}/papers/otherPaper1`, pdf('theirs'), 'x.pdf'),
    ];
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(await events()).toHaveLength(2);
  });

  test('finds nothing to answer once it was sent', async () => {
    await send(await formToSend(await answerAll()));
    for (const answer of [
      await lan.get(`${application}/supplement`),
      { headers: { location: await begin() } },
    ])
      expect(answer.headers.location).toBe(application);
    expect(await refused({ version: '3', key: newId() })).toBe(
      `${application}?refused=event-not-allowed-now`,
    );
    expect(await draftsOf()).toBe(0);
    expect(await events()).toHaveLength(3);
  });

  test('cannot send a form that is not ours', async () => {
    await answerAll();
    for (const form of [{}, { version: '0', key: newId() }, { version: '2', key: 'x' }])
      expect((await send(form as Record<string, string>)).status).toBe(400);
    expect(await events()).toHaveLength(2);
  });

  test('who withdraws instead sends no answer any more, and loses nothing of it', async () => {
    const draft = await answerAll();
    const form = await formToSend(draft);
    await lan.post(`${application}/withdrawal`, { version: '2', key: newId() });
    expect(await refused(form)).toBe(`${application}?refused=application-changed`);
    expect((await events()).map(({ type }) => type)).toEqual(['file', 'request-supplement', 'withdraw']);
    expect(await draftsOf()).toBe(1);
  });

  async function draftsOf(): Promise<number> {
    const rows = await world.owner.query('SELECT id FROM applications.draft WHERE supplements = $1', [id]);
    return rows.length;
  }
});
