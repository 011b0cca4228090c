/** What somebody is to whom they act for. */
export const mandateKinds = [
  'parent',
  'guardian',
  'spouse',
  'legal-representative',
  'employee',
  'assistant',
] as const;
export type MandateKind = (typeof mandateKinds)[number];

/** What a mandate rests on: a register of the State, the one who is represented, two officers at a counter. */
export const grants = ['population-register', 'business-register', 'represented', 'counter'] as const;
export type GrantedHow = (typeof grants)[number];

/** What a mandate is good for: every procedure, or those named, one by one or by field of government. */
export type Scopes = 'all' | { procedures: string[]; fields: string[] };

interface MandateRule {
  for: 'person' | 'organisation';
  grantedHow: GrantedHow;
  /** The represented must be younger than may have an account of their own (Decree 69/2024/NĐ-CP, article 7). */
  childrenOnly?: true;
  /** Only for procedures whose definition says so. */
  whereAllowed?: true;
  /** It has a last day. */
  expires?: true;
  /** Prepares and hands over; the represented signs. */
  preparesOnly?: true;
}

/** Who may act for whom, as a table. `mayActFor` reads it, and nothing else decides. */
export const mandateRules: Record<MandateKind, MandateRule> = {
  parent: { for: 'person', grantedHow: 'population-register', childrenOnly: true },
  guardian: { for: 'person', grantedHow: 'counter', expires: true },
  spouse: { for: 'person', grantedHow: 'population-register', whereAllowed: true },
  'legal-representative': { for: 'organisation', grantedHow: 'business-register' },
  employee: { for: 'organisation', grantedHow: 'represented', expires: true },
  assistant: { for: 'person', grantedHow: 'represented', expires: true, preparesOnly: true },
};
