import { type Block, type BlockPart, say3 } from './block.js';

const text = (maxLength: number) => ({ type: 'text', maxLength }) as const;
const place = { type: 'address', detail: 'none' } as const;

const parts: Record<string, BlockPart> = {
  name: {
    label: say3('Họ, chữ đệm, tên', 'Full name', 'Nom et prénoms'),
    field: { type: 'name' },
    known: 'name',
  },
  otherName: {
    label: say3('Tên gọi khác', 'Other name', 'Autre nom'),
    field: { type: 'name', optional: true },
  },
  birthDate: {
    label: say3('Ngày sinh', 'Date of birth', 'Date de naissance'),
    field: {
      type: 'date',
      notAfter: 'today',
      hint: say3('Ví dụ: 27 3 1998', 'For example: 27 3 1998', 'Par exemple : 27 3 1998'),
    },
    known: 'birthDate',
  },
  sex: {
    label: say3('Giới tính', 'Sex', 'Sexe'),
    field: { type: 'radios', list: 'sexes' },
    known: 'sex',
  },
  nationality: {
    label: say3('Quốc tịch', 'Nationality', 'Nationalité'),
    field: { type: 'nationality' },
    known: 'nationality',
  },
  ethnicGroup: {
    label: say3('Dân tộc', 'Ethnic group', 'Ethnie'),
    field: { type: 'ethnic-group' },
    known: 'ethnicGroup',
    of: 'vietnamese',
  },
  religion: { label: say3('Tôn giáo', 'Religion', 'Religion'), field: { ...text(100), optional: true } },
  idNumber: {
    label: say3('Số định danh cá nhân', 'Personal ID number', 'Numéro d’identification'),
    field: {
      type: 'id-number',
      hint: say3(
        '12 chữ số ghi trên thẻ căn cước',
        'The 12 digits on the identity card',
        'Les 12 chiffres de la carte d’identité',
      ),
    },
    known: 'idNumber',
    of: 'vietnamese',
  },
  formerIdNumber: {
    label: say3(
      'Số chứng minh nhân dân',
      'Old identity card number',
      'Numéro de l’ancienne carte d’identité',
    ),
    field: {
      ...text(9),
      hint: say3(
        '9 chữ số ghi trên chứng minh nhân dân',
        'The 9 digits on the old identity card',
        'Les 9 chiffres de l’ancienne carte',
      ),
    },
  },
  passportNumber: {
    label: say3('Số hộ chiếu', 'Passport number', 'Numéro de passeport'),
    field: text(20),
    of: 'foreigners',
  },
  paperType: {
    label: say3('Loại giấy tờ tùy thân', 'Kind of identity paper', 'Type de pièce d’identité'),
    field: { type: 'select', list: 'identityPapers' },
  },
  paperNumber: {
    label: say3('Số giấy tờ tùy thân', 'Number of the identity paper', 'Numéro de la pièce d’identité'),
    field: text(30),
  },
  paperIssuedOn: {
    label: say3(
      'Ngày cấp giấy tờ tùy thân',
      'Date of issue of the identity paper',
      'Date de délivrance de la pièce d’identité',
    ),
    field: { type: 'date', notAfter: 'today' },
  },
  paperIssuedBy: {
    label: say3(
      'Nơi cấp giấy tờ tùy thân',
      'Authority issuing the identity paper',
      'Autorité ayant délivré la pièce d’identité',
    ),
    field: text(200),
  },
  birthPlace: { label: say3('Nơi sinh', 'Place of birth', 'Lieu de naissance'), field: place },
  homePlace: {
    label: say3('Quê quán', 'Home place', 'Lieu d’origine'),
    field: place,
    known: 'hometown',
  },
  residence: {
    label: say3('Nơi cư trú', 'Place of residence', 'Lieu de résidence'),
    field: { type: 'address' },
    known: 'residence',
  },
  residenceKind: {
    label: say3('Loại cư trú', 'Kind of residence', 'Type de résidence'),
    field: { type: 'radios', list: 'residenceKinds' },
    known: 'residenceKind',
  },
  currentPlace: {
    label: say3('Nơi ở hiện tại', 'Current address', 'Adresse actuelle'),
    field: { type: 'address' },
  },
  phone: {
    label: say3('Số điện thoại di động', 'Mobile phone number', 'Numéro de téléphone mobile'),
    field: { type: 'phone' },
    known: 'phone',
  },
  email: {
    label: say3('Thư điện tử', 'Email address', 'Adresse électronique'),
    field: { type: 'email', optional: true },
  },
  maritalStatus: {
    label: say3('Tình trạng hôn nhân', 'Marital status', 'Situation matrimoniale'),
    field: { type: 'radios', list: 'maritalStatuses' },
  },
  educationLevel: {
    label: say3('Trình độ học vấn', 'Level of education', 'Niveau d’études'),
    field: { type: 'select', list: 'educationLevels' },
  },
  occupation: { label: say3('Nghề nghiệp', 'Occupation', 'Profession'), field: text(200) },
  workplace: { label: say3('Nơi làm việc', 'Place of work', 'Lieu de travail'), field: text(200) },
  socialInsuranceNumber: {
    label: say3('Mã số bảo hiểm xã hội', 'Social insurance number', 'Numéro d’assurance sociale'),
    field: text(10),
  },
};

/** A person: what declarations ask of whoever is concerned. What the population register knows has its key. */
export const person: Block = { parts };
