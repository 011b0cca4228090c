import { setTimeout } from 'node:timers/promises';
import { newDatabase, testSecrets } from '../../../../test/new-database.js';
import { databaseFor, loadConfig, Platform, systemClock } from '../index.js';
import { startJobs } from './start-jobs.js';

test.each(['succeeds', 'fails'])(
  'where the end of a job that %s cannot be noted, the process lives and takes up the next',
  async (ending) => {
    const { url, drop } = await newDatabase();
    const owner = await databaseFor(url, {}).initialize();
    const rights = (grant: 'GRANT' | 'REVOKE') =>
      owner.query(
        `${grant} UPDATE, DELETE ON graphile_worker._private_jobs ${grant === 'GRANT' ? 'TO' : 'FROM'} dvc_worker`,
      );
    const done: string[] = [];
    const tasks = {
      first: async () => {
        await rights('REVOKE');
        if (ending === 'fails') throw new Error('on purpose');
      },
      next: async () => void done.push('next'),
    };
    await owner.query(`SELECT graphile_worker.add_job('first')`);
    const platform = new Platform(loadConfig(testSecrets, url), owner, systemClock);
    const jobs = await startJobs(platform, { tasks, relay: async () => 0, crontab: '' });
    await setTimeout(1500);
    await rights('GRANT');
    await owner.query(`SELECT graphile_worker.add_job('next')`);
    for (let tries = 200; tries > 0 && done.length === 0; tries -= 1) await setTimeout(50);
    expect(done).toEqual(['next']);
    await jobs.close();
    await owner.destroy();
    await drop();
  },
);
