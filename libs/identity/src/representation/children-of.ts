import type { HouseholdMember } from '#lib/registries';
import { ageRule } from '../assurance/age-rule.js';

/**
 * The children of a person in their household whom the law has a parent act for: under 14, alive, and said by the
 * register to be theirs. It says what each member is to the head, so the parents of a `child` are the head and the
 * husband or wife the register gives the head, and a `parent` is that of the head alone. Whose child a grandchild is
 * cannot be read from it: those are represented by whom a counter appoints guardian.
 */
export function childrenOf(household: HouseholdMember[], idNumber: string, today: string): HouseholdMember[] {
  const person = household.find((member) => member.idNumber === idNumber);
  if (!person || person.deceased) return [];
  return household.filter(
    (other) =>
      other !== person &&
      !other.deceased &&
      ageRule(other, today).openedBy === 'parent-or-guardian' &&
      isParent(household, person, other),
  );
}

function isParent(household: HouseholdMember[], person: HouseholdMember, child: HouseholdMember): boolean {
  if (person.birthDate >= child.birthDate) return false;
  if (person.relationship === 'parent') return child.relationship === 'head';
  if (child.relationship !== 'child') return false;
  return person.relationship === 'head' || isSpouseOfHead(household, person);
}

/** By the name of the relation and by the numbers of both, so that a mistake in one of them is no parent. */
function isSpouseOfHead(household: HouseholdMember[], person: HouseholdMember): boolean {
  const head = household.find(({ relationship }) => relationship === 'head');
  return (
    person.relationship === 'spouse' &&
    head?.spouseIdNumber === person.idNumber &&
    person.spouseIdNumber === head.idNumber
  );
}
