import { agencyById, agencyName } from '#lib/organisations';
import { revisionById } from '#lib/catalogue';
import { addInboxEntry } from '#lib/notifications';
import { type Language, type Localised, type Platform, say } from '#lib/platform';
import { stateOf } from '#lib/workflow';
import { Application } from '../application/application.entity.js';
import { toldOf } from '../application/told.js';
import { readEvents } from '../application/read-events.js';
import type { ApplicationNews } from './relay-outbox.js';

/** Tells the applicant what happened, where it is theirs to know: one inbox entry an event, however often the job runs. */
export async function writeInboxEntry(platform: Platform, news: ApplicationNews): Promise<void> {
  await platform.database.transaction(async (tx) => {
    const application = await tx.getRepository(Application).findOneByOrFail({ id: news.applicationId });
    const { definition } = await revisionById(tx, application.revisionId);
    const agency = await agencyById(tx, application.agencyId);
    const event = (await readEvents(tx, platform, application.id)).find(
      ({ sequence }) => sequence === news.sequence,
    );
    if (!event) throw new Error(`Event ${news.sequence} of application ${news.applicationId} is missing`);
    if (toldOf(event) !== 'inbox') return;
    const state = stateOf(definition.workflow, event.to);
    await addInboxEntry(tx, {
      personId: application.personId,
      aboutId: application.id,
      sequence: news.sequence,
      title: event.details.past,
      body: inEachLanguage((language) =>
        `${say(definition.title, language)} · ${application.number} · ${agencyName(agency, language)}. ${state.explains?.[language] ?? ''}`.trim(),
      ),
      href: `/applications/${application.id}${event.type === 'apologise' ? '/apology' : ''}`,
      at: event.at,
    });
  });
}

function inEachLanguage(words: (language: Language) => string): Localised {
  return { vi: words('vi'), en: words('en'), fr: words('fr') };
}
