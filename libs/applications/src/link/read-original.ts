import { revisionById, type ServiceDefinition } from '#lib/catalogue';
import type { Answers } from '#lib/forms';
import { namesOf } from '#lib/identity';
import { type Agency, agencyById } from '#lib/organisations';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { refuseOwnMatter } from '../act/refuse-own-matter.js';
import { readAnswers } from '../application/answers.js';
import { Application } from '../application/application.entity.js';
import { type ApplicationEvent, readEvents } from '../application/read-events.js';
import { openCase } from '../case-file/read-case.js';
import { lookerAt, recordCaseAccess } from '../case-file/record-case-access.js';
import type { Standing } from '../relation/actors-of.js';
import { type About, readAbout } from './about.js';

/** An application that a complaint or a correction is about, as its officers read it. */
export interface OriginalCase extends Original {
  definition: ServiceDefinition;
  applicant: string;
  events: ApplicationEvent[];
  answers: Answers;
}

interface Original {
  application: Application;
  /** What is said of it, by what it is read for. */
  about: About;
}

/** What is read about, for whom. */
export interface OriginalFile {
  asked: { id: string; number: string; agency: Agency };
  /** The nearest first: of a second complaint the first one, then what that is about. */
  originals: OriginalCase[];
}

/**
 * Opens what an application is about, for whoever may open that one, and records in the same transaction that they saw
 * it. Refuses like `openOriginals`.
 */
export function readOriginals(platform: Platform, officer: Principal, id: string): Promise<OriginalFile> {
  return platform.database.transaction(async (tx) => {
    const { asked, originals, standings } = await openOriginals(tx, platform, officer, id);
    const names = await namesOf(
      tx,
      originals.map(({ application }) => application.personId),
    );
    const files: OriginalCase[] = [];
    for (const { application, about } of originals) {
      const answers = await readAnswers(tx, platform, application.id);
      const looker = lookerAt(officer, application, standings);
      await recordCaseAccess(tx, platform, looker, application, { what: 'case-file', answers });
      files.push({
        application,
        about,
        definition: (await revisionById(tx, application.revisionId)).definition,
        applicant: names.get(application.personId) ?? '',
        events: await readEvents(tx, platform, application.id),
        answers,
      });
    }
    return {
      asked: { id, number: asked.number, agency: await agencyById(tx, asked.agencyId) },
      originals: files,
    };
  });
}

/**
 * The same without content, and without a record of it. Refuses like `openCase`, an officer whose own matter one of
 * them is (`own-matter`, 403), and where it is about nothing (`not-found`, 404).
 */
export async function openOriginals(
  tx: Tx,
  platform: Platform,
  officer: Principal,
  id: string,
): Promise<{ asked: Application; originals: Original[]; standings: Standing[] }> {
  const { application: asked, standings } = await openCase(tx, officer, id);
  const originals: Original[] = [];
  for (let about = await readAbout(tx, platform, id); about; ) {
    const application = await tx.getRepository(Application).findOneByOrFail({ id: about.link.originalId });
    await refuseOwnMatter(tx, officer.id, application);
    originals.push({ application, about });
    about = await readAbout(tx, platform, application.id);
  }
  if (originals.length === 0) throw new Refusal('not-found', 404);
  return { asked, originals, standings };
}
