// Applications as a country has them: copies of one that was really filed and handled, spread over agencies and years.
// Copies keep the size of everything sealed; nobody can open them, and their chains do not hold.
import { randomBytes } from 'node:crypto';

import { secrets } from './product.mjs';

const lib = (path) => import(`../../dist/libs/${path}.js`);
const { digest, loadConfig, newId, Platform, seal, systemClock } = await lib('platform/src/index');
const { beginSigning } = await lib('identity/src/index');
const { canonicalApplication } = await lib('applications/src/submission/canonical-application');
const { submitApplication } = await lib('applications/src/submission/submit-application');
const { performAct } = await lib('applications/src/act/perform-act');
const { revisionInForce } = await lib('catalogue/src/index');
const { ownerDatabase } = await lib('schema/src/index');

/** A procedure with a standard workflow. */
const code = '1.005461';

/** The lib's own acts on the bench's database, as its owner. */
export async function openPlatform(databaseUrl, env = secrets) {
  return new Platform(loadConfig(env, databaseUrl), await ownerDatabase(databaseUrl), systemClock);
}

export function revisionOf(platform) {
  return revisionInForce(platform.database.manager, code, new Date());
}

/** A draft that needs nothing any more but the signature: what is signed, and the draft to hand over. */
export async function newDraft(platform, { revision, agency, personId }) {
  const id = newId();
  const canonical = canonicalApplication(id, revision, {
    applicant: personId,
    agency: agency.unit_code,
    answers: answersLike(revision),
  });
  await platform.database.query(
    `INSERT INTO applications.draft (id, person_id, code, revision_id, version, answers_sealed, created_at, saved_at)
     VALUES ($1, $2, $3, $4, 1, '', now(), now())`,
    [id, personId, code, revision.id],
  );
  return { id, prepared: { version: 1, agencyId: agency.id, canonical, sources: {} } };
}

/** As many words as a short form holds. */
function answersLike(revision) {
  return { procedure: revision.code, request: 'Đề nghị giải quyết thủ tục theo quy định. '.repeat(20) };
}

/** As showing the signing page does: keeps what will be signed, and makes its digest the challenge. */
export async function beginFiling(platform, { id, prepared }, personId) {
  const toSign = digest(prepared.canonical);
  const key = platform.config.secrets.encryptionKey;
  await platform.database.query('UPDATE applications.draft SET signing_sealed = $2 WHERE id = $1', [
    id,
    seal(key, `draft:signing:${id}`, JSON.stringify(prepared)),
  ]);
  await beginSigning(platform.database.manager, platform, {
    audience: 'portal',
    ownerId: personId,
    digest: toSign,
  });
  return toSign;
}

/** An application that was just filed. */
export async function newFiled(platform, { revision, agency, personId }) {
  const draft = await newDraft(platform, { revision, agency, personId });
  await submit(platform.database.manager, platform, revision, draft, personId);
  return draft.id;
}

function submit(tx, platform, revision, { id, prepared }, personId) {
  return submitApplication(tx, platform, {
    draftId: id,
    revision,
    prepared,
    evidence,
    actor: { kind: 'citizen', id: personId, name: 'Bench' },
  });
}

/** As large as that of a passkey. */
const evidence = {
  credentialId: randomBytes(32).toString('base64url'),
  publicKey: randomBytes(77).toString('base64url'),
  authenticatorData: randomBytes(37).toString('base64url'),
  clientDataJSON: randomBytes(130).toString('base64url'),
  signature: randomBytes(71).toString('base64url'),
  rpId: 'localhost',
  origin: 'http://localhost',
  passkeyName: null,
  at: new Date().toISOString(),
};

/** An officer of whom it is known who they are. */
export async function newOfficer(database) {
  const id = newId();
  await database.query(
    `INSERT INTO organisations.officer (id, staff_number, full_name) VALUES ($1, 'BENCH', 'Bench')`,
    [id],
  );
  await database.query(
    `INSERT INTO organisations.officer_lookup (officer_id, number_sealed, queued, answered_at, known)
     VALUES ($1, '', true, now(), true)`,
    [id],
  );
  return id;
}

/** Files one application and handles it to its end. */
export async function fileAndHandle(platform, { revision, agency, personId, officerId }) {
  const tx = platform.database.manager;
  const draft = await newDraft(platform, { revision, agency, personId });
  await submit(tx, platform, revision, draft, personId);
  const officer = { kind: 'officer', id: officerId, name: 'Bench' };
  const words = 'Hồ sơ đầy đủ, hợp lệ, đúng thẩm quyền. '.repeat(5);
  const steps = [
    ['accept', 'intake', {}],
    ['propose', 'case', { outcome: 'grant', reason: words }],
    ['decide', 'approver', { outcome: 'grant', text: words, canonical: draft.prepared.canonical, evidence }],
    ['deliver', 'system', {}],
  ];
  for (const [index, [event, as, details]] of steps.entries())
    await performAct(tx, platform, {
      applicationId: draft.id,
      event,
      version: index + 1,
      idempotencyKey: newId(),
      actor: as === 'system' ? { kind: 'system', id: null, name: '' } : officer,
      as: [as],
      purpose: 'case-handling',
      details,
    });
  await platform.database.query('DELETE FROM applications.outbox');
  return draft.id;
}

/**
 * Copies a handled application `count` times: nine in ten at the end of their way, the others on it; all of them on it,
 * some late and some waiting for the applicant, where an agency is named.
 */
export async function fill(database, { templateId, count, agencyId = null }) {
  await database.query(`SET session_replication_role = replica`);
  await database.query(
    `INSERT INTO identity.person (id, id_number_sealed, id_number_index, full_name, birth_date, sex, assurance, evidence, created_at)
     SELECT uuidv7(), repeat('x', 60), md5(random()::text || n), 'Người dân thứ ' || n, '1990-01-01', 'female', 1, '{}', now()
       FROM generate_series(1, greatest($1::int / 10, 100)) n`,
    [count],
  );
  await database.query(`
    DROP TABLE IF EXISTS pg_temp.agencies, pg_temp.people, pg_temp.filler;
    CREATE TEMP TABLE people AS
      SELECT id, row_number() OVER () - 1 AS nth FROM identity.person WHERE full_name LIKE 'Người dân thứ %';
    CREATE TEMP TABLE agencies AS
      SELECT id, unit_code, row_number() OVER (ORDER BY id) - 1 AS nth FROM organisations.agency WHERE valid_until IS NULL;
    ANALYZE people; ANALYZE agencies`);
  // Of nine digits: no number that is given meanwhile.
  const from = agencyId === null ? 9 : 8;
  await database.query(`
    CREATE TEMP TABLE filler AS
     SELECT uuidv7(make_interval(secs => -3.0 * (${count} - n))) AS id, n, p.id AS person_id, a.id AS agency_id,
            a.unit_code || to_char(now() - make_interval(secs => 3.0 * (${count} - n)), '-YYMMDD-') || ${from} || lpad(n::text, 8, '0') AS number,
            now() - make_interval(secs => 3.0 * (${count} - n)) AS filed_at,
            CASE WHEN ${agencyId === null} AND random() < 0.9 THEN 5 ELSE 1 + n % 4 END AS stage,
            now() + make_interval(hours => (random() * 700 - 240)::int) AS due_at
       FROM generate_series(1, ${count}) n
       JOIN people p ON p.nth = (n::bigint * 7919) % (SELECT count(*) FROM people)
       JOIN agencies a ON ${agencyId === null ? 'a.nth = (n::bigint * 104729) % (SELECT count(*) FROM agencies)' : `a.id = '${agencyId}'`}`);
  await database.query('ANALYZE filler');
  for (const statement of copies) await database.query(statement.replaceAll('$1', `'${templateId}'`));
  await database.query(`SET session_replication_role = DEFAULT`);
  await database.query('DROP TABLE filler, people, agencies');
  await database.query('VACUUM ANALYZE');
}

/** Stage 1 to 3 stands after as many events, 4 waits for the applicant, 5 is the end. */
const copies = [
  `INSERT INTO applications.application
     (id, number, code, revision_id, person_id, agency_id, state, status, waits_for, version, head_hash, filed_at,
      clock_started_at, clock_stopped_at, due_at, changed_at)
   SELECT f.id, f.number, t.code, t.revision_id, f.person_id, f.agency_id,
          CASE f.stage WHEN 4 THEN '"supplement-at-case"' ELSE e.to_state END, CASE f.stage WHEN 4 THEN 5 ELSE e.status END,
          CASE f.stage WHEN 5 THEN 'nobody' WHEN 4 THEN 'citizen' ELSE 'officer' END, e.sequence, e.hash, f.filed_at,
          f.filed_at, CASE WHEN f.stage > 3 THEN f.filed_at + interval '1 hour' END, f.due_at, f.filed_at + interval '1 hour'
     FROM filler f JOIN applications.application t ON t.id = $1
     JOIN applications.event e ON e.application_id = $1 AND e.sequence = least(f.stage, 5) ORDER BY f.n`,
  `INSERT INTO applications.draft (id, person_id, code, revision_id, version, answers_sealed, sources, created_at, saved_at, submitted_at)
   SELECT f.id, f.person_id, t.code, t.revision_id, 9, '', t.sources, f.filed_at, f.filed_at, f.filed_at
     FROM filler f JOIN applications.draft t ON t.id = $1 ORDER BY f.n`,
  `INSERT INTO applications.submission SELECT f.id, t.canonical_sealed, t.evidence
     FROM filler f JOIN applications.submission t ON t.application_id = $1 ORDER BY f.n`,
  `INSERT INTO applications.answers SELECT f.id, 1, t.answers_sealed
     FROM filler f JOIN applications.answers t ON t.application_id = $1 ORDER BY f.n`,
  `INSERT INTO applications.event (application_id, sequence, type, at, actor_kind, actor_id, agency_id, purpose, from_state,
      to_state, status, details_sealed, commitment, previous_hash, hash, idempotency_key)
   SELECT f.id, e.sequence, e.type, f.filed_at, e.actor_kind, e.actor_id, f.agency_id, e.purpose, e.from_state, e.to_state,
          e.status, e.details_sealed, e.commitment, e.previous_hash, e.hash, gen_random_uuid()
     FROM filler f JOIN applications.event e ON e.application_id = $1 AND e.sequence <= f.stage ORDER BY f.n, e.sequence`,
  `INSERT INTO applications.deadline (application_id, kind, path, due_at, event, swept_at)
   SELECT id, 'legal', '', due_at, 'overdue', CASE WHEN due_at < now() + interval '1 hour' THEN now() END
     FROM filler WHERE stage < 4 ORDER BY n`,
  `INSERT INTO notifications.inbox_entry (id, person_id, about_id, sequence, names_somebody, title, body, href, at)
   SELECT uuidv7(), f.person_id, f.id, 1, false, '{"vi":"Đã nộp hồ sơ","en":"Filed","fr":"Déposé"}', '{"vi":"Hồ sơ của bạn.","en":"Filed","fr":"Déposé"}',
          '/applications/' || f.id, f.filed_at FROM filler f ORDER BY f.n`,
];
