import { readShippedFacts, type ShippedFacts } from '../import/shipped-facts.js';
import { isOfferedOnline } from '../procedure/is-offered-online.js';
import { checkDefinition } from './check-definition.js';
import { shippedDefinitions } from './load-definitions.js';
import { linkedDefinition, linkKindOf } from '../linked/linked-definition.js';
import { linkKinds } from '../linked/linked-template.js';
import { standardDefinition } from './standard-definition.js';

const online: ShippedFacts[] = [];

describe('the standard one-stop definition', () => {
  beforeAll(async () => {
    for await (const facts of readShippedFacts())
      if (isOfferedOnline({ facts, flags: facts.flags.map((code) => ({ code })) })) online.push(facts);
  });
  it('is published without findings for each of the 1,570 procedures offered online', () => {
    expect(online).toHaveLength(1570);
    const wrong = online.flatMap((facts) =>
      checkDefinition(standardDefinition(facts)).map((finding) => ({ procedure: facts.code, ...finding })),
    );
    expect(wrong).toEqual([]);
  });

  it('without named agencies goes to the level nearest the citizen, to the ministry where none of ours is named', () => {
    expect(made({ levels: ['ministry', 'province', 'commune'] }).authority).toBe('commune');
    expect(made({ levels: ['ministry', 'province'] }).authority).toBe('province');
    const other = made({ levels: ['other'] });
    expect(other).toMatchObject({ authority: 'ministry', ministry: expect.any(String) });
    expect(other.assumptions.join()).toContain('issuing ministry');
  });

  it('goes to the agency that is named, with the place asked for at its level', () => {
    expect(of('1.004194')).toMatchObject({ authority: 'commune', body: 'police', route: 'filingPlace' });
    const tax = made({ levels: ['commune'], agencies: ['Thuế tỉnh, thành phố'] });
    expect(tax).toMatchObject({ authority: 'province', body: 'tax' });
    expect(tax.form.lists).toHaveProperty('provinces');
    expect(checkDefinition(tax)).toEqual([]);
  });

  it('promises the longest of the times stated', () => {
    const channels = made({
      channels: [
        {
          kind: 'online',
          deadlines: [
            { amount: 2, unit: 'working-day' },
            { amount: 1, unit: 'month' },
            { amount: 20, unit: 'day' },
          ],
          fees: [],
        },
      ],
    });
    expect(channels.deadline).toEqual({ months: 1, onSupplement: 'restart' });
  });

  it('counts half a working day as four hours', () => {
    const deadlines = [{ amount: 1.5, unit: 'working-day' as const }];
    const { deadline } = made({ channels: [{ kind: 'online', deadlines, fees: [] }] });
    expect(deadline).toEqual({ workingHours: 12, onSupplement: 'restart' });
  });

  it('promises no time where the online channel holds a bare number, even if another channel states one', () => {
    const { deadline } = made({
      channels: [
        { kind: 'online', deadlines: [], unreadDeadlines: ['1'], fees: [] },
        { kind: 'in-person', deadlines: [{ amount: 5, unit: 'working-day' }], fees: [] },
      ],
    });
    expect(deadline).toBeUndefined();
  });

  it('takes the time of another channel where the online one states nothing at all', () => {
    const { deadline } = made({
      channels: [
        { kind: 'online', deadlines: [], fees: [] },
        { kind: 'in-person', deadlines: [{ amount: 5, unit: 'working-day' }], fees: [] },
      ],
    });
    expect(deadline).toEqual({ workingDays: 5, onSupplement: 'restart' });
  });

  it('is free only where the facts say so, and names one amount only', () => {
    expect(fee({ free: true })).toEqual({ amountDong: 0 });
    expect(fee({})).toEqual({});
    expect(fee({ fees: [{ raw: 'Miễn phí' }] })).toEqual({});
    expect(fee({ fees: [{ amountDong: 8000, condition: 'mỗi bản' }] })).toEqual({
      amountDong: 8000,
      note: { vi: 'mỗi bản' },
    });
    expect(fee({ fees: [{ amountDong: 8000 }, { amountDong: 9000 }] })).toEqual({});
  });

  it('asks for the case before the papers of that case', () => {
    const { form, papers } = of('1.013980');
    const pages = form.pages.map(({ id }) => id);
    expect(pages.indexOf('case')).toBe(pages.indexOf('papers') - 1);
    expect(papers.some(({ when }) => when !== undefined)).toBe(true);
    const fields = form.pages.find(({ id }) => id === 'papers')?.fields ?? [];
    expect(fields.map(({ id, when }) => ({ id, when }))).toEqual(
      papers.map(({ id, when }) => ({ id, when })),
    );
  });

  it('is not used where somebody wrote a definition, which is published without findings too', () => {
    const shipped = shippedDefinitions();
    expect(shipped.map(({ code }) => code)).toContain('1.001193');
    expect(shipped.flatMap(checkDefinition)).toEqual([]);
  });

  it('can be complained about and corrected like those somebody wrote, by definitions without findings', () => {
    const about = [...shippedDefinitions().values(), ...online.slice(0, 20).map(standardDefinition)];
    const linked = about.flatMap((each) => linkKinds.map((kind) => linkedDefinition(kind, each)));
    expect(linked.flatMap(checkDefinition)).toEqual([]);
    const [complaint] = linked;
    expect(linkKindOf(complaint?.code ?? '')).toBe('complaint');
    expect(linkedDefinition('appeal', complaint as never).code).toBe(
      complaint?.code.replace('complaint', 'appeal'),
    );
  });
});

function of(code: string) {
  const facts = online.find((each) => each.code === code);
  if (!facts) throw new Error(`No online procedure ${code}`);
  return standardDefinition(facts);
}

function made(facts: Partial<ShippedFacts>) {
  const [first] = online;
  if (!first) throw new Error('No procedures');
  return standardDefinition({ ...first, agencies: [], ...facts });
}

function fee(channel: object) {
  return made({ channels: [{ kind: 'online', deadlines: [], fees: [], ...channel }] }).fee;
}
