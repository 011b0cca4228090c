import type { DeadlineRule } from '#lib/calendar';
import type { FieldDefinition, PageDefinition } from '#lib/forms';
import type { Localised } from '#lib/platform';
import { places } from '#lib/organisations';
import type { Paper, ProcedureFacts } from '../import/procedure-facts.js';
import { namedWorkflow } from './load-definitions.js';
import type { Authority, ServiceDefinition } from './service-definition.js';
import { standardTexts } from './standard-texts.js';

/**
 * The definition of a procedure nobody wrote one for, made of the facts of the national catalogue: the applicant's
 * data, what is asked for, the listed papers as uploads, the stated deadline, the standard one-stop workflow.
 */
export function standardDefinition(facts: ProcedureFacts): ServiceDefinition {
  const authority = authorityOf(facts);
  const online = facts.channels.find(({ kind }) => kind === 'online');
  const deadline = deadlineOf(facts);
  const fee = online?.fees.length === 1 ? online.fees[0]?.amountDong : undefined;
  const result = facts.results[0]?.name;
  return {
    code: facts.code,
    title: { vi: facts.title },
    field: facts.fieldSlug,
    authority,
    ...(authority === 'ministry' ? { ministry: facts.ministry } : { route: 'filingPlace' }),
    online: 'partial',
    assurance: 1,
    applicants: facts.applicants,
    ...(deadline && { deadline }),
    fee: online?.free ? { amountDong: 0 } : fee === undefined ? {} : { amountDong: fee },
    papers: facts.papers.map((paper, index) => ({
      id: paperId(index),
      title: { vi: paper.name },
      required: false,
    })),
    form: {
      pages: [applicantPage(), ...placePage(authority), requestPage(), ...paperPages(facts)],
      lists: lists(facts, authority),
    },
    workflow: namedWorkflow('standard'),
    result: { title: result ? { vi: result } : standardTexts.result },
    sources: facts.source ? [facts.source] : [],
    assumptions: [
      'Made from the facts of the national catalogue: papers are optional because their conditions are not stated as data.',
      'A request for supplements restarts the clock (Decree 61/2018, art 19(4)).',
    ],
  };
}

/** The lowest level that carries the procedure out is the one nearest the citizen. */
function authorityOf(facts: ProcedureFacts): Authority {
  if (facts.levels.includes('commune')) return 'commune';
  if (facts.levels.includes('province')) return 'province';
  return 'ministry';
}

/** The longest unconditional time of the online channel: a promise that holds for every case. */
function deadlineOf(facts: ProcedureFacts): DeadlineRule | undefined {
  const online = facts.channels.find(({ kind }) => kind === 'online') ?? facts.channels[0];
  const terms = (online?.deadlines ?? []).map(({ amount, unit }): DeadlineRule | undefined => {
    const onSupplement = 'restart' as const;
    if (unit === 'working-day') return { workingDays: amount, onSupplement };
    if (unit === 'day') return { calendarDays: amount, onSupplement };
    if (unit === 'week') return { calendarDays: amount * 7, onSupplement };
    if (unit === 'working-hour' || unit === 'hour') return { workingHours: amount, onSupplement };
    if (unit === 'month') return { months: amount, onSupplement };
    return undefined;
  });
  const known = terms.filter((term) => term !== undefined);
  return known.length === terms.length
    ? known.toSorted((a, b) => lengthInDays(b) - lengthInDays(a))[0]
    : undefined;
}

function lengthInDays(rule: DeadlineRule): number {
  if ('workingDays' in rule) return rule.workingDays * 1.4;
  if ('calendarDays' in rule) return rule.calendarDays;
  if ('workingHours' in rule) return rule.workingHours / 8;
  return rule.months * 30;
}

function applicantPage(): PageDefinition {
  const { applicant } = standardTexts;
  const fields: FieldDefinition[] = [
    { id: 'applicantName', type: 'name', label: applicant.name, prefill: 'person.name' },
    { id: 'applicantIdNumber', type: 'id-number', label: applicant.idNumber, prefill: 'person.idNumber' },
    { id: 'applicantPhone', type: 'phone', label: applicant.phone, prefill: 'person.phone' },
    { id: 'applicantEmail', type: 'email', label: applicant.email, optional: true },
    { id: 'applicantResidence', type: 'address', label: applicant.residence, prefill: 'person.residence' },
    { id: 'onBehalf', type: 'yes-no', label: applicant.onBehalf },
    {
      id: 'organisationName',
      type: 'text',
      maxLength: 300,
      label: applicant.organisationName,
      when: { eq: ['onBehalf', true] },
    },
    {
      id: 'taxCode',
      type: 'text',
      maxLength: 20,
      label: applicant.taxCode,
      when: { eq: ['onBehalf', true] },
    },
  ];
  return { id: 'applicant', title: applicant.title, fields };
}

function placePage(authority: Authority): PageDefinition[] {
  const { place } = standardTexts;
  if (authority === 'ministry') return [];
  const field: FieldDefinition =
    authority === 'commune'
      ? {
          id: 'filingPlace',
          type: 'address',
          detail: 'none',
          label: place.commune,
          prefill: 'person.residence',
        }
      : {
          id: 'filingPlace',
          type: 'select',
          list: 'provinces',
          label: place.province,
          prefill: 'person.province',
        };
  return [{ id: 'place', title: place.title, hint: place.hint, fields: [field] }];
}

function requestPage(): PageDefinition {
  const { request } = standardTexts;
  return {
    id: 'request',
    title: request.title,
    fields: [
      {
        id: 'request',
        type: 'text',
        multiline: true,
        maxLength: 4000,
        label: request.label,
        hint: request.hint,
      },
    ],
  };
}

function paperPages({ papers, cases }: ProcedureFacts): PageDefinition[] {
  const { papers: texts } = standardTexts;
  if (papers.length === 0) return [];
  const fields = papers.map((paper, index): FieldDefinition => paperField(paper, index, cases));
  const page: PageDefinition = { id: 'papers', title: texts.title, hint: texts.hint, fields };
  if (cases.length === 0) return [page];
  const choice: FieldDefinition = { id: 'case', type: 'radios', list: 'cases', label: texts.caseLabel };
  return [{ id: 'case', title: texts.caseTitle, fields: [choice] }, page];
}

function paperField(paper: Paper, index: number, cases: string[]): FieldDefinition {
  const caseIndex = paper.case ? cases.indexOf(paper.case) : -1;
  return {
    id: paperId(index),
    type: 'file',
    accept: ['application/pdf', 'image/jpeg', 'image/png'],
    maxMegabytes: 10,
    maxFiles: 5,
    label: officialOnly(paper.name),
    optional: true,
    ...(caseIndex >= 0 && { when: { eq: ['case', caseId(caseIndex)] } }),
  };
}

function lists({ cases, papers }: ProcedureFacts, authority: Authority) {
  const items: Record<string, { value: string; label: Localised }[]> = {};
  if (cases.length > 0 && papers.length > 0)
    items.cases = cases.map((name, index) => ({ value: caseId(index), label: officialOnly(name) }));
  if (authority === 'province')
    items.provinces = places
      .allProvinces()
      .map(({ code, name, nameEn }) => ({ value: code, label: { vi: name, en: nameEn, fr: name } }));
  return items;
}

const paperId = (index: number) => `paper${index + 1}`;
const caseId = (index: number) => `case-${index + 1}`;

/** Names of papers and cases exist in Vietnamese only; whoever reads another language sees the official name. */
function officialOnly(name: string): Localised {
  return { vi: name, en: name, fr: name };
}
