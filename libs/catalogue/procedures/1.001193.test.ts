import { readFileSync } from 'node:fs';
import {
  type Answers,
  checkAnswers,
  checkForm,
  type Condition,
  compileSchema,
  displayAnswer,
  expandForm,
  fieldOf,
  fieldsOf,
  firstUnfinishedPage,
  type FormContext,
  type FormDefinition,
  mergePage,
  nextPage,
  noPlaces,
  prefillPage,
  readPage,
  tidyAnswers,
  typedOf,
  visiblePages,
} from '#lib/forms';
import { parse } from 'yaml';

const definition = parse(readFileSync(new URL('1.001193.yaml', import.meta.url), 'utf8')) as {
  form: FormDefinition;
  route: string;
  papers: { id: string; when?: Condition; required: boolean }[];
};
const form = expandForm(definition.form);
const context: FormContext = {
  today: '2026-11-22',
  ...noPlaces,
  provinceOfCommune: (code) => ({ '00004': '01' })[code],
};

const home = { province: '01', commune: '00004', detail: '5 Điện Biên Phủ' };
const paper = [
  {
    attachment: '01936d9c-7b6a-7d5e-8f00-0123456789ab',
    name: 'giấy.pdf',
    sha256: 'a'.repeat(64),
    size: 1000,
    mediaType: 'application/pdf',
  },
];
const child = {
  childName: 'Trần Gia Bảo',
  childBirthDate: '2026-11-10',
  childBirthPlace: home,
  childSex: 'male',
};
const origin = { childEthnicGroup: '01', childNationality: 'VN', childHomePlace: { ...home, detail: '' } };
const requester = {
  requesterName: 'Lê Thị Lan',
  requesterIdNumber: '001198012345',
  requesterResidence: home,
  requesterPhone: '0912345678',
};
const mother = {
  motherName: 'Lê Thị Lan',
  motherBirthDate: '1998-03-09',
  motherNationality: 'VN',
  motherEthnicGroup: '01',
  motherIdNumber: '001198012345',
  motherResidenceKind: 'permanent',
  motherResidence: home,
};
const father = {
  fatherName: 'Jean Dupont',
  fatherBirthDate: '1996',
  fatherNationality: 'FR',
  fatherPassportNumber: '20AB12345',
  fatherResidenceKind: 'temporary',
  fatherResidence: home,
};
const certificate = { hasBirthCertificate: true, birthCertificate: paper };
const filing = { filingPlace: { ...home, detail: '' }, copies: 2 };

const kinds: Record<string, Answers> = {
  'both-parents': {
    relationship: 'mother',
    ...mother,
    ...father,
    ...origin,
    ...certificate,
    parentsMarried: true,
    marriageDate: '2024-05',
  },
  'father-unknown': {
    relationship: 'mother',
    ...mother,
    ...origin,
    hasBirthCertificate: false,
    hasWitness: true,
    witnessStatement: paper,
  },
  'mother-unknown': {
    relationship: 'father',
    ...father,
    ...origin,
    hasBirthCertificate: false,
    hasWitness: false,
    birthPledge: paper,
  },
  'neither-known': { relationship: 'authorised', authorisation: paper, ...certificate },
  abandoned: { relationship: 'carer', abandonedRecord: paper },
};

/** Answers every page from the first as a browser would; papers are uploaded before their page is posted. */
function fill(wanted: Answers): Answers {
  let answers: Answers = Object.fromEntries(Object.entries(wanted).filter(([, answer]) => answer === paper));
  for (let page = visiblePages(form, answers)[0]; page; page = nextPage(form, answers, page.id))
    answers = mergePage(page, answers, readPage(page, typedOf(page, wanted)));
  return answers;
}

/** The key of the registers that a field starts from. */
function sourceOf(id: string, relationship: string): string | undefined {
  const page = form.pages.find(({ fields }) => fields.some((field) => field.id === id));
  return page && prefillPage(page, { relationship }, (key) => `${key}!`)[id]?.key;
}

describe('the birth registration form', () => {
  it('can be published', () => {
    expect(checkForm(definition.form)).toEqual([]);
    expect(checkForm(form)).toEqual([]);
  });

  it.each(Object.entries(kinds))('can be filled to the end: %s', (birthKind, answers) => {
    const wanted = { ...requester, ...child, ...filing, ...answers, birthKind };
    const filled = fill(wanted);
    expect(checkAnswers(form, filled, context)).toEqual({ errors: [], visible: wanted });
    expect(firstUnfinishedPage(form, filled, context)).toBeUndefined();
  });

  it.each(Object.entries(kinds))(
    'asks for each of these answers unless it is optional: %s',
    (birthKind, answers) => {
      const wanted: Answers = { ...requester, ...child, ...filing, ...answers, birthKind };
      for (const id of compileSchema(form, wanted).required as string[]) {
        const { [id]: _left, ...rest } = wanted;
        expect(checkAnswers(form, rest, context).errors.map(({ field }) => field)).toContain(id);
      }
    },
  );

  it.each([
    ['mother', 'mother-unknown'],
    ['father', 'father-unknown'],
    ['mother', 'abandoned'],
    ['grandparent', 'neither-known'],
  ])('does not let someone who is the %s say: %s', (relationship, birthKind) => {
    const { errors } = checkAnswers(form, { relationship, birthKind }, context);
    expect(errors).toContainEqual({ field: 'birthKind', code: 'choice-unknown', facts: {} });
  });

  it('refuses a birth after today, and a parent younger than the child', () => {
    const answers = { ...kinds['father-unknown'], ...child, birthKind: 'father-unknown' };
    const codes = (more: object) =>
      checkAnswers(form, { ...answers, ...more }, context).errors.map(({ code }) => code);
    expect(codes({ childBirthDate: '2026-11-23' })).toContain('date-after-today');
    expect(codes({ motherBirthDate: '2026-12' })).toContain('date-after-field');
  });

  it('takes what the registers know: the applicant from themselves, the other parent from the household', () => {
    expect(sourceOf('motherName', 'mother')).toBe('person.name');
    expect(sourceOf('motherName', 'father')).toBe('spouse.name');
    expect(sourceOf('fatherIdNumber', 'mother')).toBe('spouse.idNumber');
    expect(sourceOf('fatherIdNumber', 'carer')).toBeUndefined();
    expect(sourceOf('requesterPhone', 'carer')).toBe('person.phone');
  });

  it('is routed by an address it always asks for, and names each paper after the field it is uploaded in', () => {
    expect(fieldOf(form, definition.route)).toMatchObject({ type: 'address' });
    const uploads = fieldsOf(form).filter(({ type }) => type === 'file');
    expect(definition.papers.map(({ id }) => id).toSorted()).toEqual(uploads.map(({ id }) => id).toSorted());
    for (const { id, required } of definition.papers)
      expect(fieldOf(form, id)?.optional ?? false).toBe(!required);
  });

  it('shows answers as people say them', () => {
    const names = {
      province: () => 'Thành phố Hà Nội',
      commune: () => 'Phường Ba Đình',
      formerPlace: () => '',
      agency: () => '',
    };
    const shown = (id: string, answer: unknown) => {
      const field = fieldOf(form, id);
      const tidy = tidyAnswers(form, { [id]: answer });
      return field && displayAnswer('vi', form, field, tidy[id], names);
    };
    expect(shown('filingPlace', filing.filingPlace)).toBe('Phường Ba Đình, Thành phố Hà Nội');
    expect(shown('childSex', 'undetermined')).toBe('Chưa xác định');
    expect(shown('copies', 2)).toBe('2 bản');
    expect(shown('requesterEmail', undefined)).toBe('Không cung cấp');
  });
});
