// What the product is measured against: node:http and pg, nothing else. Runs the statements it was handed, those of one
// request a POST, the nth at /nth; or, asked by message, those of all requests without HTTP.
import { createServer } from 'node:http';
import { Pool } from 'pg';

const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: 16,
  idleTimeoutMillis: 600_000,
  options: `-c role=${process.env.ROLE} -c timezone=UTC`,
});
let requests = [];
const run = async (nth) => {
  const client = await pool.connect();
  try {
    for (const { name, text, values, rowCount } of requests[nth])
      if ((await client.query({ name, text, values })).rowCount !== rowCount)
        throw new Error(`Not as for the product: ${text}`);
  } finally {
    client.release();
  }
};

const server = createServer((request, response) => {
  request.resume().on('end', () =>
    run(Number(request.url.slice(1))).then(
      () => response.writeHead(303, { location: '/', 'content-length': 0 }).end(),
      (error) => response.writeHead(500, { 'content-length': 0 }).end(void console.error(error)),
    ),
  );
});
server.listen(0, 'localhost', () => process.send({ port: server.address().port }));

process.on('message', async ({ load, alone }) => {
  if (load) {
    requests = load;
    return process.send({ loaded: load.length });
  }
  const times = [];
  let next = 0;
  const began = performance.now();
  const work = async () => {
    while (next < alone) {
      const start = performance.now();
      await run(next++);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  process.send({ perSecond: (alone * 1000) / (performance.now() - began), times });
});
