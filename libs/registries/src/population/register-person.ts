/** A place as the register keeps it: codes of the administrative units in force, and the rest of the address. */
export interface RegisterPlace {
  province: string;
  commune: string;
  /** House, street, hamlet; empty where the register has none. */
  detail: string;
}

/** What the population register knows about a person. */
export interface RegisterPerson {
  /** Personal identification number, 12 digits. */
  idNumber: string;
  fullName: string;
  /** YYYY-MM-DD. */
  birthDate: string;
  sex: 'male' | 'female';
  /** Mobile number registered with the State, ten digits. */
  phone?: string;
  deceased: boolean;
  /** ISO 3166-1 alpha-2. */
  nationality: string;
  /** Code of the list of ethnic groups, '01' Kinh. Foreigners have none. */
  ethnicGroup?: string;
  /** Husband or wife, also when they live elsewhere. */
  spouseIdNumber?: string;
  residence: RegisterPlace & { kind: 'permanent' | 'temporary' };
  /** Quê quán. Foreigners have none. */
  hometown?: RegisterPlace;
}

/** What a member of a household is to its head. */
export const relationships = [
  'head',
  'spouse',
  'child',
  'child-in-law',
  'grandchild',
  'parent',
  'parent-in-law',
  'sibling',
  'other',
] as const;
export type Relationship = (typeof relationships)[number];

export interface HouseholdMember extends RegisterPerson {
  relationship: Relationship;
}
