import { In } from 'typeorm';
import { revisionById } from '#lib/catalogue';
import { type Agency, agencyById } from '#lib/organisations';
import type { LocalisedName, Platform, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Application } from '../application/application.entity.js';
import { type Consultation, findConsultations } from './consultation.js';
import { answersFor } from './consulted-case.js';

/** A consultation as a list shows it. */
export interface ConsultationEntry {
  consultation: Consultation;
  number: string;
  title: LocalisedName;
  asking: Agency;
  asked: Agency;
  /** For the agency above the one asked, which is late: to know, not to answer. */
  above: boolean;
}

/** What waits for an officer's agencies, the most urgent first, and what agencies below theirs are late with. */
export async function listConsultations(
  tx: Tx,
  platform: Platform,
  officer: Principal,
): Promise<ConsultationEntry[]> {
  const mine = answersFor(officer);
  const heads = officer.roles.filter(({ role }) => role === 'approver').map(({ agencyId }) => agencyId);
  const open = await findConsultations(
    tx,
    platform,
    `state = 'open' AND (agency_id = ANY($1) OR superior_id = ANY($2))`,
    [mine, heads],
  );
  const applications = await tx
    .getRepository(Application)
    .findBy({ id: In([...new Set(open.map(({ applicationId }) => applicationId))]) });
  const entries: ConsultationEntry[] = [];
  for (const consultation of open) {
    const application = applications.find(({ id }) => id === consultation.applicationId);
    if (!application) continue;
    const { definition } = await revisionById(tx, application.revisionId);
    entries.push({
      consultation,
      number: application.number,
      title: definition.title,
      asking: await agencyById(tx, application.agencyId),
      asked: await agencyById(tx, consultation.agencyId),
      above: !mine.includes(consultation.agencyId),
    });
  }
  return entries;
}

/** How many consultations wait for an answer of an officer's agencies. */
export async function countConsultations(tx: Tx, officer: Pick<Principal, 'roles'>): Promise<number> {
  const mine = answersFor(officer);
  if (mine.length === 0) return 0;
  const [row]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM applications.consultation WHERE state = 'open' AND agency_id = ANY($1)`,
    [mine],
  );
  return row?.count ?? 0;
}
