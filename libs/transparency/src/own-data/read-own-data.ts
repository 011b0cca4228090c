import { type OwnRecord, ownRecord } from '#lib/applications';
import { accessesOf } from '#lib/audit';
import { agenciesById } from '../accesses/agencies-by-id.js';
import { whatWords, whoWords } from '../accesses/access-words.js';
import { AccessQuestion } from '../question/access-question.entity.js';
import { readQuestion } from '../question/read-question.js';
import { type IdentityRecord, identityRecord } from '#lib/identity';
import { contactOf, inboxOf } from '#lib/notifications';
import type { Language, Platform, Tx } from '#lib/platform';

/** Everything the portal holds about a person, as plain data; instants are ISO 8601 in UTC. */
export interface OwnData extends OwnRecord {
  asOf: string;
  identity: IdentityRecord;
  /** Where notices are mailed. */
  contact: { address: string | null; verifiedAt: string | null; notices: boolean };
  inbox: { at: string; title: string; body: string; readAt: string | null }[];
  accesses: {
    at: string;
    by: string;
    roles: string[];
    agencyId: string | null;
    what: string;
    caseId: string | null;
    relyingParty: string | null;
    scopes: string[];
    /** The same in words: what was done, and by whom. */
    said: { what: string; by: string };
  }[];
  /** What the person asked about accesses, and what was answered. */
  questions: {
    accessId: string;
    askedAt: string;
    dueAt: string;
    question: string;
    answeredAt: string | null;
    answer: string | null;
  }[];
}

const everything = new Date('9999-01-01T00:00:00Z');
/** More than anybody has; a bound so that no request is without one. */
const mostAccesses = 50_000;

/** What is held about a person, for their own eyes; words in their language. */
export async function readOwnData(
  tx: Tx,
  platform: Platform,
  personId: string,
  language: Language,
): Promise<OwnData> {
  const contact = await contactOf(tx, platform, personId);
  const accesses = await accessesOf(tx, personId, everything, mostAccesses);
  const agencies = await agenciesById(tx, accesses);
  const asked = await tx
    .getRepository(AccessQuestion)
    .find({ where: { personId }, order: { askedAt: 'ASC' } });
  return {
    asOf: platform.clock.now().toISOString(),
    identity: await identityRecord(tx, platform, personId),
    ...(await ownRecord(tx, platform, personId, language)),
    contact: {
      address: contact.address ?? null,
      verifiedAt: contact.verifiedAt?.toISOString() ?? null,
      notices: contact.notices,
    },
    inbox: (await inboxOf(tx, personId)).map(({ at, title, body, readAt }) => ({
      at: at.toISOString(),
      title: title[language],
      body: body[language],
      readAt: readAt?.toISOString() ?? null,
    })),
    accesses: accesses.map((access) => ({
      at: access.at.toISOString(),
      by: access.actorKind,
      roles: access.actorRoles,
      agencyId: access.agencyId,
      what: access.what,
      caseId: access.caseId,
      relyingParty: access.relyingParty,
      scopes: access.scopes,
      said: {
        what: whatWords(language, access),
        by: whoWords(
          language,
          platform.config,
          { ...access, roles: access.actorRoles },
          agencies.get(access.agencyId ?? ''),
        ),
      },
    })),
    questions: asked
      .map((row) => readQuestion(platform, row))
      .map(({ accessId, askedAt, dueAt, question, answered }) => ({
        accessId,
        askedAt: askedAt.toISOString(),
        dueAt: dueAt.toISOString(),
        question,
        answeredAt: answered?.at.toISOString() ?? null,
        answer: answered?.text ?? null,
      })),
  };
}
