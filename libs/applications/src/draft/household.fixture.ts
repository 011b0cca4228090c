import type { HouseholdMember } from '#lib/registries';

const home = {
  province: '01',
  commune: '00082',
  detail: 'Số 12, ngõ 5, phố Quán Sứ',
  kind: 'permanent' as const,
};

/** A father, a mother and nobody else: the household of the newborn in these tests. */
export const minh: HouseholdMember = {
  idNumber: '001090012345',
  fullName: 'Nguyễn Văn Minh',
  birthDate: '1990-04-12',
  sex: 'male',
  phone: '0900000101',
  deceased: false,
  nationality: 'VN',
  ethnicGroup: '01',
  spouseIdNumber: '036193004128',
  residence: home,
  hometown: { province: '01', commune: '09556', detail: 'Tổ dân phố 7' },
  relationship: 'head',
};
export const ha: HouseholdMember = {
  ...minh,
  idNumber: '036193004128',
  fullName: 'Trần Thị Thu Hà',
  birthDate: '1993-08-25',
  sex: 'female',
  phone: '0900000102',
  spouseIdNumber: '001090012345',
  relationship: 'spouse',
};

/** What a father types to register a birth, page by page, where the register has not filled it in. */
export const birthPages: [page: string, fields: Record<string, string>][] = [
  ['requester', {}],
  ['contact', {}],
  ['relationship', { relationship: 'father' }],
  ['birth-kind', { birthKind: 'both-parents' }],
  ['child-name', { childName: 'Nguyễn Trần Ánh Nguyệt' }],
  [
    'child-birth',
    {
      'childBirthDate-day': '3',
      'childBirthDate-month': '11',
      'childBirthDate-year': '2026',
      'childBirthPlace-province': '01',
      'childBirthPlace-commune': '00082',
      'childBirthPlace-detail': 'Bệnh viện Phụ sản Hà Nội',
    },
  ],
  ['child-sex', { childSex: 'female' }],
  [
    'child-origin',
    {
      childEthnicGroup: '01',
      childNationality: 'VN',
      'childHomePlace-province': '01',
      'childHomePlace-commune': '09556',
    },
  ],
  ['mother', {}],
  ['mother-identity', {}],
  ['mother-residence', { motherResidenceKind: 'permanent' }],
  ['father', {}],
  ['father-identity', {}],
  ['father-residence', { fatherResidenceKind: 'permanent' }],
  ['parents-married', { parentsMarried: 'no' }],
  ['birth-certificate', { hasBirthCertificate: 'no' }],
  ['witness', { hasWitness: 'no' }],
];
