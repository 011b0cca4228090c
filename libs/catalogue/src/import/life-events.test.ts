import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { languages } from '#lib/platform';
import { type LifeEvents, leadsTo } from './life-events.js';
import { shippedDefinitions } from '../definition/load-definitions.js';
import { readShippedFacts } from './shipped-facts.js';

const data = async (name: string) =>
  parse(await readFile(new URL(`../../data/${name}`, import.meta.url), 'utf8'));

describe('fields of life and business', () => {
  let life: LifeEvents;
  const procedures: { code: string; title: string; fieldSlug: string }[] = [];
  beforeAll(async () => {
    life = await data('life-events.yaml');
    for await (const procedure of readShippedFacts()) procedures.push(procedure);
    const codes = new Set(procedures.map(({ code }) => code));
    for (const { code, title, field, partOf } of shippedDefinitions())
      if (!partOf && !codes.has(code)) procedures.push({ code, title: title.vi, fieldSlug: field });
  });

  it('are ten of life and six of business, each with its own id', () => {
    expect(life.events.filter((event) => event.group === 'life')).toHaveLength(10);
    expect(life.events.filter((event) => event.group === 'business')).toHaveLength(6);
    expect(new Set(life.events.map((event) => event.id)).size).toBe(16);
    for (const { id } of life.events) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('are named and described in every language', () => {
    for (const { title, description } of life.events)
      for (const language of languages) {
        expect(title[language]).toMatch(/\p{L}{3}/u);
        expect(description[language]).toMatch(/\p{L}{3}/u);
      }
  });

  it('lead to every procedure, or the other fields do', () => {
    const lost = procedures.filter(
      (procedure) =>
        !life.otherFields.includes(procedure.fieldSlug) &&
        !life.events.some((event) => leadsTo(event, procedure)),
    );
    expect(lost.map(({ code, fieldSlug }) => `${code} ${fieldSlug}`)).toEqual([]);
  });

  it('name only fields that exist, and no field both in an event and among the others', () => {
    const known = new Set(procedures.map((procedure) => procedure.fieldSlug));
    const taken = life.events.flatMap((event) => event.fields ?? []);
    const parts = life.events.flatMap((event) => event.parts?.map((part) => part.field) ?? []);
    expect([...taken, ...parts, ...life.otherFields].filter((slug) => !known.has(slug))).toEqual([]);
    expect(life.otherFields.filter((slug) => taken.includes(slug))).toEqual([]);
  });

  it('know the fields of all definitions, of which only those beside the catalogue are named by hand', async () => {
    const besides: Record<string, string> = await data('fields-besides.yaml');
    const catalogue = new Set<string>();
    for await (const { fieldSlug } of readShippedFacts()) catalogue.add(fieldSlug);
    expect(Object.keys(besides).filter((slug) => catalogue.has(slug))).toEqual([]);
    const unknown = shippedDefinitions().filter(({ field }) => !catalogue.has(field) && !(field in besides));
    expect(unknown.map(({ code, field }) => `${code} ${field}`)).toEqual([]);
  });

  it('find something for each part of a field', () => {
    const idle = life.events.flatMap((event) =>
      (event.parts ?? [])
        .filter(
          (part) =>
            !procedures.some((procedure) => leadsTo({ ...event, fields: [], parts: [part] }, procedure)),
        )
        .map((part) => `${event.id} ${part.field}`),
    );
    expect(idle).toEqual([]);
  });

  it('lead from a death to death registration and not to marriage', () => {
    const death = life.events.find((event) => event.id === 'death-of-a-relative');
    const reached = (title: string) => death && leadsTo(death, { title, fieldSlug: 'ho-tich' });
    expect(reached('Đăng ký khai tử')).toBe(true);
    expect(reached('Đăng ký kết hôn')).toBe(false);
  });
});

describe('ministries', () => {
  it('of all procedures have names in every language', async () => {
    const names = await data('ministries.yaml');
    for await (const { ministry } of readShippedFacts())
      expect(names[ministry]).toEqual({
        vi: expect.any(String),
        en: expect.any(String),
        fr: expect.any(String),
      });
  });
});
