import { appDatabase, checkMigrations } from '#lib/schema';
import { keepPlacesCurrent } from '#lib/organisations';
import { closeAll, type Config, Platform, type Running, systemClock } from '#lib/platform';
import { createApp, listen, WebSettings } from '#lib/web';
import { DeskModule } from './desk.module.js';

/** Serves the desk until closed. */
export async function startDesk(config: Config, clock = systemClock): Promise<Running> {
  const database = await appDatabase(config.databaseUrl, 'dvc_desk');
  const settings = new WebSettings('desk', config.desk, config.secrets.nationalApiKey, () =>
    checkMigrations(database),
  );
  const platform = new Platform(config, database, clock);
  const app = await createApp(DeskModule.of(platform, settings), settings, config.trustedProxies);
  const current = await keepPlacesCurrent(platform);
  await listen(app, settings);
  return { close: () => closeAll([{ close: () => database.destroy() }, app, current]) };
}
