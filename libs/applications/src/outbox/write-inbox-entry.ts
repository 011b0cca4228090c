import { agencyById, agencyName } from '#lib/organisations';
import { revisionById } from '#lib/catalogue';
import { addInboxEntry } from '#lib/notifications';
import { type Language, type Localised, type Platform, say } from '#lib/platform';
import { stateOf } from '#lib/workflow';
import { Application } from '../application/application.entity.js';
import { toldOf } from '../application/told.js';
import { type ApplicationEvent, readEvents } from '../application/read-events.js';
import { decisionEvent } from '../tracking/decision-of.js';
import { texts as trackingTexts } from '../tracking/texts.js';
import type { ApplicationNews } from './relay-outbox.js';

/** Tells the applicant what happened, where it is theirs to know: one inbox entry an event, however often the job runs. */
export async function writeInboxEntry(platform: Platform, news: ApplicationNews): Promise<void> {
  await platform.database.transaction(async (tx) => {
    const application = await tx.getRepository(Application).findOneByOrFail({ id: news.applicationId });
    const { definition } = await revisionById(tx, application.revisionId);
    const agency = await agencyById(tx, application.agencyId);
    const events = await readEvents(tx, platform, application.id);
    const event = events.find(({ sequence }) => sequence === news.sequence);
    if (!event) throw new Error(`Event ${news.sequence} of application ${news.applicationId} is missing`);
    if (toldOf(event) !== 'inbox') return;
    const state = stateOf(definition.workflow, event.to);
    await addInboxEntry(tx, {
      personId: application.personId,
      aboutId: application.id,
      sequence: news.sequence,
      namesSomebody: false,
      title: titleOf(event, events),
      body: inEachLanguage((language) =>
        `${say(definition.title, language)} · ${application.number} · ${agencyName(agency, language)}. ${state.explains?.[language] ?? ''}`.trim(),
      ),
      href: `/applications/${application.id}${event.type === 'apologise' ? '/apology' : ''}`,
      at: event.at,
    });
  });
}

/** The words of the event; from the decision on they say where it was refused. */
function titleOf({ sequence, details: { past } }: ApplicationEvent, events: ApplicationEvent[]): Localised {
  const decision = decisionEvent(events.filter((event) => event.sequence <= sequence));
  if (decision?.details.outcome !== 'refuse') return past;
  return inEachLanguage((language) => trackingTexts(language)('past-refused', { past: past[language] }));
}

function inEachLanguage(words: (language: Language) => string): Localised {
  return { vi: words('vi'), en: words('en'), fr: words('fr') };
}
