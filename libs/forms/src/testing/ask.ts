import {
  checkPage,
  displayAnswer,
  errorSentence,
  type FieldDefinition,
  type FormContext,
  type FormDefinition,
  type ListItem,
  mergePage,
  readPage,
} from '../index.js';

export const words = (text: string) => ({ vi: text, en: text, fr: text });

/** Stands on 22/11/2026 in a country of three communes. */
export const context: FormContext = {
  today: '2026-11-22',
  formerPlace: (code) =>
    new Map([
      ['001', { parent: '01', hasCommunes: true, successors: [] }],
      ['754', { parent: '77', hasCommunes: false, successors: ['26734'] }],
      ['00001', { parent: '001', hasCommunes: false, successors: ['00004'] }],
      ['00006', { parent: '001', hasCommunes: false, successors: ['00004', '00008'] }],
    ]).get(code),
  isProvince: (code) => code === '01' || code === '79',
  provinceOfCommune: (code) =>
    new Map([
      ['00004', '01'],
      ['00008', '01'],
      ['26734', '79'],
    ]).get(code),
};

export const places = {
  province: (code: string) => new Map([['01', 'Thành phố Hà Nội']]).get(code),
  commune: (code: string) => new Map([['00004', 'Phường Ba Đình']]).get(code),
  formerPlace: (code: string, today: string) => `xã ${code} cũ${today && ` (nay là ${today})`}`,
  agency: (body: string | undefined, place: string) => `${body ?? 'UBND'} ${place}`,
};

export function formOf(fields: FieldDefinition[], lists: Record<string, ListItem[]> = {}): FormDefinition {
  return { pages: [{ id: 'only', title: words('Trang'), fields }], lists };
}

/** A field without its id and label, distributed over the union of types. */
type Unlabelled<F> = F extends FieldDefinition
  ? Omit<F, 'id' | 'label'> & { label?: FieldDefinition['label'] }
  : never;

/** Asks one field with the id `x` on a page of its own; `posted` is what a browser sends. */
export function ask(
  field: Unlabelled<FieldDefinition>,
  posted: Record<string, unknown>,
  lists: Record<string, ListItem[]> = {},
) {
  const whole = { label: words('Nhãn'), ...field, id: 'x' } as FieldDefinition;
  const form = formOf([whole], lists);
  const [page] = form.pages;
  if (!page) throw new Error('formOf makes a page');
  const read = readPage(page, posted);
  const answers = mergePage(page, {}, read);
  const errors = checkPage(form, page, answers, context);
  return {
    answer: answers.x,
    typed: read.typed,
    errors: errors.map(({ code, part }) => (part ? `${code} (${part})` : code)),
    sentences: errors.map((error) => errorSentence('vi', form, error)),
    shown: displayAnswer('vi', form, whole, answers.x, places),
  };
}
