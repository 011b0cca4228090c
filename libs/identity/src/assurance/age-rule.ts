/** Who may open an account for somebody: they themselves, or only a parent or guardian, with theirs. */
export interface AgeRule {
  openedBy: 'self' | 'parent-or-guardian';
  /** The highest level of the law (mức độ) that can be had at this age. */
  highestLegalLevel: 1 | 2;
  /** What shows who they are: foreigners need a card of permanent or temporary residence. */
  document: 'identity-card' | 'residence-card';
}

const ownAccountFromAge = 14;
const level2FromAge = 6;

/**
 * The age rules for accounts of electronic identification, by birth date and legal date (YYYY-MM-DD) and nationality
 * (ISO 3166-1 alpha-2). Source: Decree 69/2024/NĐ-CP, article 7: citizens from 14 on their own; from 6 to under 14, and
 * under 6 (level 1 alone), with the account of a parent or guardian; foreigners alike, with a residence card.
 */
export function ageRule(
  { birthDate, nationality }: { birthDate: string; nationality: string },
  today: string,
): AgeRule {
  const age = ageOn(today, birthDate);
  return {
    openedBy: age >= ownAccountFromAge ? 'self' : 'parent-or-guardian',
    highestLegalLevel: age >= level2FromAge ? 2 : 1,
    document: nationality === 'VN' ? 'identity-card' : 'residence-card',
  };
}

/** Completed years at a date; both YYYY-MM-DD. */
function ageOn(today: string, birthDate: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) >= birthDate.slice(5) ? years : years - 1;
}
