import type { Person } from './person.entity.js';

/** An officer of the desk as a person: what the register holds of somebody who is not there to try something with. */
export interface OfficerFact {
  idNumber: string;
  fullName: string;
  birthDate: string;
  sex: Person['sex'];
  province: string;
  commune: string;
  /** ID number of the husband or wife. */
  spouse?: string;
}

/** A Vietnamese who is registered alone and has no phone on record. */
export function officerAsPerson({ province, commune, spouse, ...officer }: OfficerFact) {
  const place = { province, commune, detail: '' };
  return {
    ...officer,
    phone: null,
    deceased: false,
    nationality: 'VN',
    ethnicGroup: null,
    spouseIdNumber: spouse ?? null,
    residence: { ...place, kind: 'permanent' as const },
    hometown: place,
    relationship: 'head',
    testCase: null,
  };
}
