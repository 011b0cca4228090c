// How well procedures are found on the 1,977 that ship, and how long the database works for it where there are 100,000.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { percentile } from './figures.mjs';
import { secrets } from './product.mjs';

const dist = join(import.meta.dirname, '../../dist/libs');
const many = 100_000;

export async function findingBench() {
  const { startEmbeddedPostgres, loadConfig } = await import(`${dist}/platform/src/index.js`);
  const { prepareDatabase, ownerDatabase } = await import(`${dist}/schema/src/index.js`);
  const { measuredQuestions } = await import(`${dist}/catalogue/src/search/question/measured-questions.js`);
  const { findProcedures } = await import(`${dist}/catalogue/src/index.js`);
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-finding-'));
  // Reachable for the database server's own user, so that its files lie in here and go with it.
  await chmod(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres(dataDir, 'bench');
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
    const { statements, whole } = await searchAll(manager, questions, findProcedures);
    await replay(postgres.url, statements);
    const spent = await replay(postgres.url, statements);
    const rate = (among, heldOut) => {
      const those = places.filter((_place, index) => !heldOut || questions[index].heldOut);
      return (100 * those.filter((place) => place >= 0 && place < among).length) / those.length;
    };
    const found = [
      ['found first', 1, 90],
      ['found among five', 5, 98],
    ].flatMap(([name, among, goal]) => [
      measure(name, '%', rate(among, false), 'at least', goal),
      measure(`${name}, held out`, '%', rate(among, true), 'at least', goal),
    ]);
    const took = (name, milliseconds, share, goal) =>
      measure(
        `${name} of 100,000`,
        'ms',
        percentile(milliseconds, share),
        'at most',
        goal,
        percentile(milliseconds, 0.99),
      );
    return [
      ...found,
      took('database, median', spent, 0.5, 10),
      took('database, p95', spent, 0.95, 10),
      took('search without page, p95', whole, 0.95, 25),
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

/** The statements of each search, and its milliseconds altogether. */
async function searchAll(manager, questions, findProcedures) {
  const statements = [];
  const whole = [];
  const recording = Object.assign(Object.create(manager), {
    query(text, values) {
      statements.at(-1).push({ text, values, rowMode: 'array' });
      return manager.query(text, values);
    },
  });
  for (const { words } of questions) {
    statements.push([]);
    const start = performance.now();
    await findProcedures(recording, { words }, { page: 1, size: 20 });
    whole.push(performance.now() - start);
  }
  return { statements, whole };
}

/** Milliseconds that a client which does nothing else waits for the statements of each search. */
async function replay(url, searches) {
  const database = new Client(url);
  await database.connect();
  const spent = [];
  for (const statements of searches) {
    const start = performance.now();
    for (const statement of statements) await database.query(statement);
    spent.push(performance.now() - start);
  }
  await database.end();
  return spent;
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
