import type { DataSource } from 'typeorm';
import { legalDate } from '#lib/platform';
import { Person } from './person.entity.js';
import { readNewborns, readPeople } from './read-people.js';

const dayMs = 86_400_000;
/** With this many more days every newborn of the file still is on its side of the 60 days to register a birth. */
const slackDays = 30;

/**
 * Writes the people of the files into the register; at every start, so that a changed file is seen. Newborns keep
 * their day of birth for a month; then they are born anew, for the next tester.
 */
export async function seedPeople(owner: DataSource, now: Date): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.getRepository(Person).upsert(readPeople(), ['idNumber']);
    for (const { bornDaysAgo, bornAt, case: testCase, ...child } of readNewborns()) {
      const birth = new Date(
        `${legalDate(new Date(now.getTime() - bornDaysAgo * dayMs))}T${bornAt}:00+07:00`,
      );
      const oldestKept = new Date(now.getTime() - (bornDaysAgo + slackDays) * dayMs);
      await tx.query(
        `INSERT INTO national.newborn AS kept (certificate_number, mother_id_number, sex, born_at, weight_grams,
            hospital, proposed_name, test_case)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
          ON CONFLICT (certificate_number) DO UPDATE SET born_at = excluded.born_at WHERE kept.born_at < $9`,
        [
          child.certificateNumber,
          child.motherIdNumber,
          child.sex,
          birth,
          child.weightGrams,
          child.hospital,
          child.proposedName,
          testCase,
          oldestKept,
        ],
      );
    }
  });
}
