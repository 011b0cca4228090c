import { addressToday } from '#lib/organisations';
import { type PopulationRegister, type RegisterPerson, spouseOf } from '#lib/registries';

/** What the registers know, by key: `person.name`, `spouse.residence`. */
export type RegisterValues = Record<string, unknown>;

/**
 * Asks the population register for what the keys name, and for no more: the household is looked at only if somebody
 * else's data is wanted. Refuses `register-unavailable` (503).
 */
export async function registerValues(
  register: PopulationRegister,
  idNumber: string,
  keys: string[],
  { purpose, caseId }: { purpose: string; caseId: string },
): Promise<RegisterValues> {
  if (keys.some((key) => key.startsWith('spouse.'))) {
    const household = await register.household(idNumber, purpose, caseId);
    const person = household.find((member) => member.idNumber === idNumber);
    const spouse = spouseOf(household, idNumber);
    return { ...valuesOf('person', person), ...valuesOf('spouse', spouse) };
  }
  return valuesOf('person', await register.findPerson(idNumber, purpose, caseId));
}

function valuesOf(whose: 'person' | 'spouse', person: RegisterPerson | undefined): RegisterValues {
  if (!person) return {};
  const { province, commune, detail, kind } = person.residence;
  const values = {
    name: person.fullName,
    idNumber: person.idNumber,
    birthDate: person.birthDate,
    sex: person.sex,
    ethnicGroup: person.ethnicGroup,
    nationality: person.nationality,
    phone: person.phone,
    residence: addressToday({ province, commune, detail }),
    residenceKind: kind,
    province: addressToday({ province, commune, detail }).province,
    hometown: person.hometown && addressToday(person.hometown),
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${whose}.${key}`, value]));
}
