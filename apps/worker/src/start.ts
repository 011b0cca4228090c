import { applicationTasks, relayOutbox } from '#lib/applications';
import { followRevisions } from '#lib/catalogue';
import { lookUpOfficer, relayPhoneNotices, sendPhoneNotice, sweepIdentity } from '#lib/identity';
import {
  closeAll,
  type Config,
  Platform,
  type Running,
  startJobs,
  systemClock,
  transaction,
} from '#lib/platform';
import { mailTasks, relayMail, SmtpMailSender, sweepContacts } from '#lib/notifications';
import { relayProposals, walkProposal } from '#lib/designing';
import { askAgain, relayLookups } from '#lib/organisations';
import { populationRegisterOf, smsGatewayOf } from '#lib/registries';
import { appDatabase, ownerDatabase } from '#lib/schema';

/** Does what happens without a request, until closed: carries news out of the outbox and works through the jobs. */
export async function startWorker(config: Config, clock = systemClock): Promise<Running> {
  const database = await appDatabase(config.databaseUrl, 'dvc_worker');
  const platform = new Platform(config, database, clock);
  const sms = smsGatewayOf(config);
  const register = populationRegisterOf(platform);
  const mail = new SmtpMailSender(config);
  const jobs = await startJobs(platform, {
    tasks: {
      ...applicationTasks(platform),
      ...mailTasks(platform, mail),
      'send-phone-notice': (payload) => sendPhoneNotice(platform, sms, (payload as { id: string }).id),
      'look-up-officer': (payload) => lookUpOfficer(platform, register, (payload as { id: string }).id),
      'look-up-officers-again': () => askAgain(database.manager, clock.now()),
      'sweep-identity': () => sweepIdentity(database.manager, clock.now()),
      'follow-revisions': async () => {
        await transaction(database, (tx) => followRevisions(tx, clock.now()));
      },
      'walk-proposal': async (payload) => {
        const owner = await ownerDatabase(config.databaseUrl);
        try {
          await walkProposal(platform, new Platform(config, owner, clock), (payload as { id: string }).id);
        } finally {
          await owner.destroy();
        }
      },
      'sweep-contacts': () => sweepContacts(database.manager, clock.now()),
    },
    crontab: [
      '7 19 * * 6 look-up-officers-again',
      '17 * * * * sweep-identity',
      '27 * * * * sweep-contacts',
      '* * * * * release-abandoned-jobs',
      '* * * * * sweep-deadlines',
      '* * * * * hand-over',
      '* * * * * follow-revisions',
    ].join('\n'),
    relay: async () =>
      (await relayOutbox(platform)) +
      (await relayLookups(database.manager)) +
      (await relayPhoneNotices(platform)) +
      (await relayMail(platform)) +
      (await relayProposals(platform)),
  });
  return {
    close: () =>
      closeAll([
        { close: () => database.destroy() },
        { close: () => sms.onModuleDestroy() },
        { close: () => register.onModuleDestroy() },
        { close: async () => mail.close() },
        jobs,
      ]),
  };
}
