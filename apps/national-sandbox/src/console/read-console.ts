import type { Platform } from '#lib/platform';
import { Enterprise } from '../business/enterprise.entity.js';
import { type AgencyAtDesk, type Desk, DeskTrouble, type OfficerAtDesk } from '../officers/desk.js';
import { EnrolmentLetter } from '../officers/enrolment-letter.entity.js';
import { AccessEntry } from '../population/access-entry.entity.js';
import { Newborn } from '../population/newborn.entity.js';
import { type TriedPerson, triedPeople } from '../population/tried-people.js';
import { ReceivedMail } from '../mail/received-mail.entity.js';
import { TextMessage } from '../sms/text-message.entity.js';

/** What the reader of the console wants to see. */
export interface ConsoleQuery {
  /** Messages to this phone alone. */
  phone?: string;
  /** Agencies with these words in their name. */
  agency?: string;
  /** Unit code of the agency that just got officers. */
  appointed?: string;
}

/** Everything the console shows. */
export interface ConsoleView {
  query: ConsoleQuery;
  now: Date;
  portalOrigin: string;
  deskOrigin: string;
  people: TriedPerson[];
  newborns: Newborn[];
  enterprises: Enterprise[];
  /** Newest first. */
  messages: TextMessage[];
  /** Newest first. */
  mail: ReceivedMail[];
  /** Newest first. */
  accesses: AccessEntry[];
  /** Undefined while the desk cannot be reached. */
  officers: OfficerAtDesk[] | undefined;
  letters: Map<string, EnrolmentLetter>;
  /** What was found for `query.agency`. */
  agencies: AgencyAtDesk[] | undefined;
}

const mostMessages = 50;
const mostAccesses = 30;

/** Gathers what the console shows; a desk that does not answer leaves its part empty. */
export async function readConsole(
  { database, clock, config }: Platform,
  desk: Desk,
  query: ConsoleQuery,
): Promise<ConsoleView> {
  const [people, newborns, enterprises, messages, mail, accesses, letters, officers, agencies] =
    await Promise.all([
      triedPeople(database.manager),
      database.getRepository(Newborn).find({ order: { certificateNumber: 'ASC' } }),
      database.getRepository(Enterprise).find({ order: { position: 'ASC' } }),
      database.getRepository(TextMessage).find({
        where: query.phone ? { phone: query.phone } : {},
        order: { receivedAt: 'DESC', id: 'DESC' },
        take: mostMessages,
      }),
      database
        .getRepository(ReceivedMail)
        .find({ order: { receivedAt: 'DESC', id: 'DESC' }, take: mostMessages }),
      database.getRepository(AccessEntry).find({ order: { at: 'DESC', id: 'DESC' }, take: mostAccesses }),
      database.getRepository(EnrolmentLetter).find(),
      desk.officers().catch(unlessAway),
      query.agency ? desk.agencies(query.agency).catch(unlessAway) : undefined,
    ]);
  return {
    query,
    people,
    newborns,
    enterprises,
    messages,
    mail,
    accesses,
    officers,
    agencies,
    now: clock.now(),
    portalOrigin: config.portal.origin,
    deskOrigin: config.desk.origin,
    letters: new Map(letters.map((letter) => [letter.officerId, letter])),
  };
}

function unlessAway(error: unknown): undefined {
  if (!(error instanceof DeskTrouble)) throw error;
}
