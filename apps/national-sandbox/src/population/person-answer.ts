import type { Person } from './person.entity.js';

/** A person as the API tells of them: what is not known is left out. */
export function personAnswer(person: Person) {
  const { idNumber, fullName, birthDate, sex, phone, deceased, nationality, residence } = person;
  const { ethnicGroup, spouseIdNumber, hometown } = person;
  return {
    idNumber,
    fullName,
    birthDate,
    sex,
    deceased,
    nationality,
    residence,
    ...(phone && { phone }),
    ...(ethnicGroup && { ethnicGroup }),
    ...(spouseIdNumber && { spouseIdNumber }),
    ...(hometown && { hometown }),
  };
}
