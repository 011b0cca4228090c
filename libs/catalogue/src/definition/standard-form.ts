import type { Condition, FieldDefinition, FormDefinition, PageDefinition } from '#lib/forms';
import { places } from '#lib/organisations';
import type { Localised } from '#lib/platform';
import type { Paper, ProcedureFacts } from '../import/procedure-facts.js';
import type { Authority } from './service-definition.js';
import { standardTexts } from './standard-texts.js';

/** The applicant, the place, the request, the papers of the case: what any procedure can be applied for with. */
export function standardForm(facts: ProcedureFacts, authority: Authority): FormDefinition {
  return {
    pages: [applicantPage(), ...placePage(authority), requestPage(), ...paperPages(facts)],
    lists: lists(facts, authority),
  };
}

/** Who the applicant is, filled in by the registers. */
export function applicantPage(): PageDefinition {
  const { applicant } = standardTexts;
  const fields: FieldDefinition[] = [
    { id: 'applicantName', type: 'name', label: applicant.name, prefill: 'person.name' },
    { id: 'applicantIdNumber', type: 'id-number', label: applicant.idNumber, prefill: 'person.idNumber' },
    { id: 'applicantPhone', type: 'phone', label: applicant.phone, prefill: 'person.phone' },
    { id: 'applicantEmail', type: 'email', label: applicant.email, optional: true },
    { id: 'applicantResidence', type: 'address', label: applicant.residence, prefill: 'person.residence' },
    { id: 'onBehalf', type: 'yes-no', label: applicant.onBehalf, prefill: 'organisation.represented' },
    {
      id: 'organisationName',
      type: 'text',
      maxLength: 300,
      label: applicant.organisationName,
      prefill: 'organisation.name',
      when: { eq: ['onBehalf', true] },
    },
    {
      id: 'taxCode',
      type: 'text',
      maxLength: 20,
      label: applicant.taxCode,
      prefill: 'organisation.taxCode',
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
  return {
    id: paperId(index),
    type: 'file',
    accept: ['application/pdf', 'image/jpeg', 'image/png'],
    maxMegabytes: 10,
    maxFiles: 5,
    label: officialOnly(paper.name),
    optional: true,
    ...neededWhen(paper, cases),
  };
}

/** The case that a paper belongs to, if it belongs to one. */
export function neededWhen({ case: of }: Paper, cases: string[]): { when?: Condition } {
  const index = of === undefined ? -1 : cases.indexOf(of);
  return index < 0 ? {} : { when: { eq: ['case', caseId(index)] } };
}

function lists({ cases, papers }: ProcedureFacts, authority: Authority) {
  const items: Record<string, { value: string; label: Localised }[]> = {};
  if (cases.length > 0 && papers.length > 0)
    items.cases = [
      ...cases.map((name, index) => ({ value: caseId(index), label: officialOnly(name) })),
      // The catalogue names special cases and leaves the ordinary one unsaid.
      { value: 'other', label: standardTexts.papers.otherCase },
    ];
  if (authority === 'province')
    items.provinces = places
      .allProvinces()
      .map(({ code, name, nameEn }) => ({ value: code, label: { vi: name, en: nameEn, fr: name } }));
  return items;
}

/** The id of a paper, and of the field it is uploaded in. */
export const paperId = (index: number) => `paper${index + 1}`;
const caseId = (index: number) => `case-${index + 1}`;

/** Names of papers and cases exist in Vietnamese only; whoever reads another language sees the official name. */
function officialOnly(name: string): Localised {
  return { vi: name, en: name, fr: name };
}
