import { createServer, connect as dial, type AddressInfo } from 'node:net';
import { databaseFor } from './connect.js';

/** PostgreSQL's ErrorResponse: the server ends the connection (57P01, admin_shutdown). */
const gone = Buffer.from('E\0\0\0\x29SFATAL\0VFATAL\0C57P01\0Mgone for good\0\0', 'latin1');
/** ReadyForQuery, idle: the last words of a server that let somebody in. */
const ready = Buffer.from('Z\0\0\0\x05I', 'latin1');

test('a connection that breaks in the instant in which it is opened is replaced by the next, and the process lives', async () => {
  const server = new URL(process.env.TEST_DATABASE_URL!);
  let opened = 0;
  const between = createServer((near) => {
    const far = dial(Number(server.port), server.hostname);
    near.pipe(far);
    far.on('data', (chunk) => {
      const letIn = chunk.subarray(-ready.length).equals(ready) && chunk.includes('server_version');
      if (!letIn || ++opened !== 2) return void near.write(chunk);
      near.end(Buffer.concat([chunk, gone]));
      far.destroy();
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ])
      one!.on('error', () => other!.destroy()).on('close', () => other!.destroy());
  });
  await new Promise<void>((listening) => void between.listen(0, '127.0.0.1', listening));
  const url = new URL(server);
  url.hostname = '127.0.0.1';
  url.port = String((between.address() as AddressInfo).port);
  const database = databaseFor(url.href, { poolSize: 2 });
  await database.initialize();
  const both = await Promise.allSettled([1, 2].map(() => database.query('SELECT pg_sleep(0.1)')));
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await database.destroy();
  between.close();
});
