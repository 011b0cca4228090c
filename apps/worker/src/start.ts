import { applicationTasks, relayOutbox } from '#lib/applications';
import { sweepIdentity } from '#lib/identity';
import { closeAll, type Config, Platform, type Running, startJobs, systemClock } from '#lib/platform';
import { appDatabase } from '#lib/schema';

/** Does what happens without a request, until closed: carries news out of the outbox and works through the jobs. */
export async function startWorker(config: Config, clock = systemClock): Promise<Running> {
  const database = await appDatabase(config.databaseUrl, 'dvc_worker');
  const platform = new Platform(config, database, clock);
  const jobs = await startJobs(platform, {
    tasks: {
      ...applicationTasks(platform),
      'sweep-identity': () => sweepIdentity(database.manager, clock.now()),
    },
    crontab: ['17 * * * * sweep-identity', '* * * * * release-abandoned-jobs'].join('\n'),
    relay: () => relayOutbox(platform),
  });
  return { close: () => closeAll([{ close: () => database.destroy() }, jobs]) };
}
