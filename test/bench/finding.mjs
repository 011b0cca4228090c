// How well procedures are found on the 1,977 that ship, and how long the database works for it where there are 100,000.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { median, percentile } from './figures.mjs';

const dist = join(import.meta.dirname, '../../dist/libs');
const many = 100_000;

export async function findingBench() {
  const { startEmbeddedPostgres, loadConfig } = await import(`${dist}/platform/src/index.js`);
  const { prepareDatabase, ownerDatabase } = await import(`${dist}/schema/src/index.js`);
  const { measuredQuestions } = await import(`${dist}/catalogue/src/search/question/measured-questions.js`);
  const { findProcedures } = await import(`${dist}/catalogue/src/index.js`);
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-finding-'));
  const postgres = await startEmbeddedPostgres(dataDir, 'bench');
  const secrets = {
    ENCRYPTION_KEY: '11'.repeat(32),
    BLIND_INDEX_KEY: '22'.repeat(32),
    NATIONAL_API_KEY: '33'.repeat(32),
  };
  const databases = [];
  const open = async () => {
    databases.push(await ownerDatabase(postgres.url));
    return databases.at(-1);
  };
  try {
    await prepareDatabase(postgres.url, new Date(), loadConfig(secrets, postgres.url));
    const questions = measuredQuestions();
    const small = await open();
    const places = [];
    for (const { words, right } of questions) {
      const { found } = await findProcedures(small.manager, { words }, { page: 1, size: 5 });
      places.push(found.findIndex(({ code }) => right.includes(code)));
    }
    await fill(postgres.url);
    // Another pool, so that the vocabulary is read anew.
    const { manager } = await open();
    await searchAll(manager, questions, findProcedures);
    const { spent, whole } = await searchAll(manager, questions, findProcedures);
    const rate = (fits, heldOut) => {
      const those = places.filter((_place, index) => !heldOut || questions[index].heldOut);
      return (100 * those.filter(fits).length) / those.length;
    };
    return [
      measure(
        'found first',
        '%',
        rate((place) => place === 0),
        'at least',
        90,
      ),
      measure(
        'found among five',
        '%',
        rate((place) => place >= 0),
        'at least',
        98,
      ),
      measure(
        'found first, held out',
        '%',
        rate((place) => place === 0, true),
        'at least',
        90,
      ),
      measure(
        'found among five, held out',
        '%',
        rate((place) => place >= 0, true),
        'at least',
        98,
      ),
      measure('database, median of 100,000', 'ms', median(spent), 'at most', 10),
      measure(
        'database, p95 of 100,000',
        'ms',
        percentile(spent, 0.95),
        'at most',
        10,
        percentile(spent, 0.99),
      ),
      measure(
        'search without page, p95 of 100,000',
        'ms',
        percentile(whole, 0.95),
        'at most',
        25,
        percentile(whole, 0.99),
      ),
    ];
  } finally {
    await Promise.all(databases.map((database) => database.destroy()));
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function measure(name, unit, value, baseline, baselineValue, p99Milliseconds = 0) {
  const goal = `${baseline} ${baselineValue}`;
  return { name, unit, value, baseline, baselineValue, goal, processorMilliseconds: {}, p99Milliseconds };
}

/** Milliseconds of each search: of its statements, and altogether. */
async function searchAll(manager, questions, findProcedures) {
  const spent = [];
  const whole = [];
  let database = 0;
  const timed = Object.assign(Object.create(manager), {
    async query(...asked) {
      const start = performance.now();
      const rows = await manager.query(...asked);
      database += performance.now() - start;
      return rows;
    },
  });
  for (const { words } of questions) {
    database = 0;
    const start = performance.now();
    await findProcedures(timed, { words }, { page: 1, size: 20 });
    whole.push(performance.now() - start);
    spent.push(database);
  }
  return { spent, whole };
}

/** Each procedure again for one place and kind of case after another: as if every province had its own. */
async function fill(url) {
  const database = new Client(url);
  await database.connect();
  await database.query('SET statement_timeout = 0');
  const words = `(ARRAY['Hà Nội','Huế','Đà Nẵng','Cần Thơ','Hải Phòng','Nghệ An','Thanh Hóa','Lâm Đồng','Cà Mau','An Giang'])`;
  const kinds = `(ARRAY['đối với tổ chức','đối với cá nhân','trường hợp cấp lại','theo ủy quyền','qua bưu chính'])`;
  await database.query(
    `
    INSERT INTO catalogue.procedure (code, title, field, field_slug, ministry, levels, applicants, online, facts, flags,
        digest, imported_at, title_folded, terms, standing, search)
      SELECT code || '.B' || nth, title || added, field, field_slug, ministry, levels, applicants, online, facts, flags,
        digest, imported_at, title_folded || ' ' || folded,
        terms || string_to_array(folded, ' '), least(standing + 30, 2999), search
      FROM catalogue.procedure, generate_series(1, $1::int) AS nth,
        LATERAL (SELECT ' ' || ${kinds}[1 + nth % 5] || ' tại ' || ${words}[1 + nth / 5 % 10] AS added) AS made,
        LATERAL (SELECT translate(lower(trim(added)), 'àáâãèéêìíòóôõùúăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
          'aaaaeeeiioooouuadiuouaaaaaaaaaaaaeeeeeeeeiiooooooooooooouuuuuuuyyyy') AS folded) AS plain`,
    [Math.ceil(many / 1977) - 1],
  );
  await database.query(`DELETE FROM catalogue.search_term`);
  await database.query(`INSERT INTO catalogue.search_term
    SELECT term, count(DISTINCT code) FROM catalogue.procedure, unnest(terms) AS term GROUP BY term`);
  await database.query('VACUUM ANALYZE catalogue.procedure');
  await database.end();
}
