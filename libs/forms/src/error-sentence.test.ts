import { languages } from '#lib/platform';
import { errorSentence, type FieldDefinition } from './index.js';
import { formOf } from './testing/ask.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

const birth: FieldDefinition = {
  id: 'birth',
  type: 'date',
  label: { vi: 'Ngày sinh của trẻ', en: 'Date of birth of the child', fr: 'Date de naissance de l’enfant' },
};
const issued: FieldDefinition = {
  id: 'issued',
  type: 'date',
  label: { vi: 'UBND cấp ngày', en: 'ID issued on', fr: 'Délivrée le' },
};
const form = formOf([birth, issued]);
const codes = Object.keys(vi) as (keyof typeof vi)[];

describe('the sentence for an error', () => {
  it('names the box of a date in every language', () => {
    const error = { field: 'birth', part: 'month' as const, code: 'date-month' as const, facts: {} };
    expect(languages.map((language) => errorSentence(language, form, error))).toEqual([
      'Tháng sinh của trẻ phải từ 1 đến 12',
      'Month of birth of the child must be from 1 to 12',
      '« Mois de naissance de l’enfant » doit être compris entre 1 et 12',
    ]);
  });

  it('names the box inside a label too', () => {
    const label = { vi: 'Ghi ngày cấp', en: 'Child’s date of birth', fr: 'Lieu et date de naissance' };
    const elsewhere = formOf([{ ...birth, label }]);
    const error = { field: 'birth', part: 'year' as const, code: 'date-part-missing' as const, facts: {} };
    expect(languages.map((language) => errorSentence(language, elsewhere, error))).toEqual([
      'Nhập ghi năm cấp',
      'Enter child’s year of birth',
      'Renseignez « Lieu et année de naissance »',
    ]);
  });

  it('leaves an abbreviation at the beginning of a label as it is', () => {
    const error = { field: 'issued', code: 'enter' as const, facts: {} };
    expect(errorSentence('vi', form, error)).toBe('Nhập UBND cấp ngày');
    expect(errorSentence('en', form, error)).toBe('Enter ID issued on');
  });

  it('names the other field and its date', () => {
    const facts = { field: 'birth', date: '2026-03-07' };
    const error = { field: 'issued', code: 'date-before-field' as const, facts };
    expect(errorSentence('vi', form, error)).toBe(
      'UBND cấp ngày không được trước ngày sinh của trẻ, 07/03/2026',
    );
  });

  it.each(codes)('%s has its words in every language, and every name in them a value', (code) => {
    const facts = {
      limit: 5,
      date: '2026-11-22',
      field: 'issued',
      month: 2,
      year: 2026,
      age: 14,
      days: 28,
      kinds: 'PDF',
      word: 'Ngày',
      number: 2,
      sentence: 'Nhập',
    };
    for (const language of languages) {
      const sentence = errorSentence(language, form, { field: 'birth', code, facts });
      expect(sentence).not.toMatch(/\{\{|undefined/u);
      expect(sentence.length).toBeGreaterThan(0);
    }
  });

  it('is written in each language for the same codes', () => {
    expect(Object.keys(en)).toEqual(codes);
    expect(Object.keys(fr)).toEqual(codes);
  });
});
