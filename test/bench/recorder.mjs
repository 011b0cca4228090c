// What the product sends to PostgreSQL for a request: the app itself, put together in this process, answers it on one
// connection within a transaction that is taken back. So the very same statements can be sent once more by others.
const lib = (path) => import(`../../dist/${path}.js`);
const { loadConfig, Platform, systemClock } = await lib('libs/platform/src/index');
const { appDatabase } = await lib('libs/schema/src/index');
const { createApp, WebSettings } = await lib('libs/web/src/index');

/** A transaction inside the one that is taken back. */
const savepoints = {
  'START TRANSACTION': 'SAVEPOINT recorded',
  COMMIT: 'RELEASE SAVEPOINT recorded',
  ROLLBACK: 'ROLLBACK TO SAVEPOINT recorded',
};

export async function openRecorder(name, module, { env, databaseUrl }) {
  const config = loadConfig(env, databaseUrl);
  const database = await appDatabase(databaseUrl, `dvc_${name}`);
  const settings = new WebSettings(name, config[name], config.secrets.nationalApiKey, async () => {});
  const platform = new Platform(config, database, systemClock);
  const app = await createApp(module.of(platform, settings), settings, config.production);
  await app.init();
  const noting = await notedOf(database.driver.master);
  const host = new URL(config[name].origin).host;
  return {
    /** The statements of a request, in their order, each with how many rows it found or changed. */
    record: inTurn(async ({ path, body, cookie, location }) => {
      return noting(async () => {
        const answer = await app.inject({
          method: 'POST',
          url: path,
          headers: { host, origin: config[name].origin, accept: 'application/json', cookie },
          payload: body,
        });
        if (answer.headers.location !== location)
          throw new Error(`Recording ${path} answered ${answer.statusCode} ${answer.headers.location}`);
      });
    }),
    async close() {
      await app.close();
      await database.destroy();
    },
  };
}

/** Leaves one connection in the pool, and notes what is asked over it. */
async function notedOf(pool) {
  Object.assign(pool.options, { max: 1, idleTimeoutMillis: 0 });
  const client = await pool.connect();
  client.release();
  const send = client.query.bind(client);
  let noted;
  client.query = (asked, given, callback) => {
    const tell = callback ?? (typeof given === 'function' ? given : undefined);
    const { name, text, values } =
      typeof asked === 'string' ? { text: asked, values: Array.isArray(given) ? given : [] } : asked;
    const statement = { name, text, values: values ?? [] };
    noted?.push(statement);
    const answered = send(noted && savepoints[text] ? { text: savepoints[text] } : statement).then(
      (answer) => {
        statement.rowCount = answer.rowCount;
        return answer;
      },
    );
    if (!tell) return answered;
    answered.then((answer) => tell(undefined, answer), tell);
  };
  return async (work) => {
    await send('BEGIN');
    noted = [];
    try {
      await work();
      return noted;
    } finally {
      noted = undefined;
      await send('ROLLBACK');
    }
  };
}

/** The same function, which waits until the call before it has ended. */
function inTurn(work) {
  let before = Promise.resolve();
  return (...given) => {
    const turn = before.then(() => work(...given));
    before = turn.catch(() => undefined);
    return turn;
  };
}
