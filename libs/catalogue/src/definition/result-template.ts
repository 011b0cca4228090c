import type { Localised } from '#lib/platform';

/** What the case itself says, besides the answers. */
export const resultFacts = [
  'outcome',
  'procedure',
  'number',
  'decided-on',
  'agency',
  'officer',
  'applicant',
] as const;
export type ResultFact = (typeof resultFacts)[number];

/** How an answer is shown that is not shown as it was given: a date in words, or its year alone. */
export const answerForms = ['in-words', 'year'] as const;

/** One line: an answer, or a fact of the case. Without a label of its own it has that of the field, or of the fact. */
export type ResultRow =
  | { field: string; as?: (typeof answerForms)[number]; label?: Localised }
  | { fact: ResultFact; label?: Localised };

/** What the page of a result shows, in the order of the paper it stands for. Answers never given leave no line. */
export interface ResultTemplate {
  sections: { title: Localised; rows: ResultRow[] }[];
}

/** What can be said of any decision. */
export const plainResult: ResultTemplate = {
  sections: [
    {
      title: { vi: 'Kết quả giải quyết', en: 'Outcome', fr: 'Décision rendue' },
      rows: (['outcome', 'procedure', 'number', 'decided-on', 'agency', 'officer', 'applicant'] as const).map(
        (fact) => ({ fact }),
      ),
    },
  ],
};
