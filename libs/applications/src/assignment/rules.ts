import { fieldsOfGovernment, type GovernmentField, revisionById } from '#lib/catalogue';
import { type Agency, agencyById, type Officer, officersHolding, places } from '#lib/organisations';
import { type LocalisedName, newId, type Platform, Refusal, type Tx } from '#lib/platform';
import { textIn, textsIn, type Principal } from '#lib/web';
import { rulesOf } from './assign-by-rule.js';
import type { AssignmentRule } from './choose-officer.js';
import { openOf } from './read-candidates.js';

/** How an agency gives out its work. */
export interface AgencyRules {
  agency: Agency;
  rules: (AssignmentRule & { id: string })[];
  /** Who works on cases. */
  staff: (Officer & { open: number })[];
  /** Communes a rule can be about; none where the agency has but one. */
  communes: { code: string; name: string }[];
  unassigned: number;
  /** The first of those: what is due next. */
  next: { id: string; version: number; number: string; title: LocalisedName; dueAt: Date | null }[];
}

/** The rules of the agencies somebody administers; for anybody else there are none (`not-found`, 404). */
export async function readRules(
  platform: Platform,
  officer: Principal,
): Promise<{ agencies: AgencyRules[]; fields: GovernmentField[] }> {
  const tx = platform.database.manager;
  const agencies: AgencyRules[] = [];
  for (const agencyId of administered(officer)) agencies.push(await rulesAt(tx, platform, agencyId));
  return { agencies, fields: await fieldsOfGovernment(tx) };
}

/**
 * Adds a rule. Refuses whoever does not administer the agency (`not-found`, 404), and a place, field or officer that it
 * cannot be about (`bad-request`, 400): the page offers none such.
 */
export async function addRule(platform: Platform, officer: Principal, body: unknown): Promise<void> {
  const { agencies, fields } = await readRules(platform, officer);
  const found = agencies.find(({ agency }) => agency.id === textIn(body, 'agency'));
  if (!found) throw new Refusal('not-found', 404);
  const [commune, field] = [textIn(body, 'commune'), textIn(body, 'field')];
  const officers = [...new Set(textsIn(body, 'officers'))];
  const known =
    (commune === '' || found.communes.some(({ code }) => code === commune)) &&
    (field === '' || fields.some(({ slug }) => slug === field)) &&
    officers.every((id) => found.staff.some((each) => each.id === id));
  if (!known) throw new Refusal('bad-request', 400);
  await platform.database.query(
    'INSERT INTO applications.assignment_rule VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [newId(), found.agency.id, commune || null, field || null, officers, officer.id, platform.clock.now()],
  );
}

/** Removes a rule of an agency somebody administers; any other does not exist (`not-found`, 404). */
export async function removeRule(tx: Tx, officer: Principal, id: string): Promise<void> {
  const [, removed]: [unknown, number] = await tx.query(
    'DELETE FROM applications.assignment_rule WHERE id = $1 AND agency_id = ANY($2)',
    [id, administered(officer)],
  );
  if (removed === 0) throw new Refusal('not-found', 404);
}

async function rulesAt(tx: Tx, platform: Platform, agencyId: string): Promise<AgencyRules> {
  const agency = await agencyById(tx, agencyId);
  const staff = await officersHolding(tx, agencyId, 'case', platform.clock.now());
  const open = await openOf(
    tx,
    agencyId,
    staff.map(({ id }) => id),
  );
  const [{ unassigned }]: [{ unassigned: number }] = await tx.query(
    `SELECT count(*)::int AS unassigned FROM applications.application
      WHERE agency_id = $1 AND assigned_to IS NULL AND waits_for <> 'nobody'`,
    [agencyId],
  );
  const waiting: { id: string; version: number; number: string; revisionId: string; dueAt: Date | null }[] =
    await tx.query(
      `SELECT id, version, number, revision_id AS "revisionId", due_at AS "dueAt" FROM applications.application
        WHERE agency_id = $1 AND assigned_to IS NULL AND waits_for <> 'nobody' ORDER BY due_at, id LIMIT 50`,
      [agencyId],
    );
  const next = await Promise.all(
    waiting.map(async ({ revisionId, ...row }) => ({
      ...row,
      title: (await revisionById(tx, revisionId)).definition.title,
    })),
  );
  const province = agency.communeCode === null ? agency.provinceCode : null;
  return {
    agency,
    rules: await rulesOf(tx, agencyId),
    staff: staff.map((each) => ({ ...each, open: open.get(each.id) ?? 0 })),
    communes: province === null ? [] : places.communesOf(province),
    unassigned,
    next,
  };
}

function administered({ roles }: Principal): string[] {
  const ids = roles.filter(({ role }) => role === 'administrator').map(({ agencyId }) => agencyId);
  if (ids.length === 0) throw new Refusal('not-found', 404);
  return [...new Set(ids)];
}
