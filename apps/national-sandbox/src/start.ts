import { closeAll, type Config, ConfigError, Platform, type Running, systemClock } from '#lib/platform';
import { createApp, listen, WebSettings } from '#lib/web';
import { seedEnterprises } from './business/seed-enterprises.js';
import { checkNational, nationalDatabase } from './database/national-database.js';
import { startMailbox } from './mail/mailbox.js';
import { seedPeople } from './population/seed-people.js';
import { SandboxModule } from './sandbox.module.js';

/**
 * Serves the stand-ins for the State's other systems until closed.
 * Refuses (`ConfigError`) production: its console hands officers' enrolment links to whoever opens it.
 */
export async function startSandbox(config: Config, clock = systemClock): Promise<Running> {
  if (config.production)
    throw new ConfigError(
      'The national sandbox gives officers’ enrolment links to anyone and does not run with NODE_ENV=production.',
    );
  const database = await nationalDatabase(config.databaseUrl, async (owner) => {
    await seedPeople(owner, clock.now());
    await seedEnterprises(owner);
  });
  const running: Running[] = [{ close: () => database.destroy() }];
  try {
    const key = config.secrets.nationalApiKey;
    const settings = new WebSettings('sandbox', config.sandbox, key, () => checkNational(database));
    const platform = new Platform(config, database, clock);
    const app = await createApp(SandboxModule.of(platform, settings), settings, config.trustedProxies);
    running.push(app);
    running.push(await startMailbox(platform));
    await listen(app, settings);
  } catch (error) {
    await closeAll(running);
    throw error;
  }
  return { close: () => closeAll(running) };
}
