import { appDatabase, checkMigrations } from '#lib/schema';
import { keepPlacesCurrent } from '#lib/organisations';
import { closeAll, type Config, Platform, type Running, systemClock } from '#lib/platform';
import { createApp, listen, WebSettings } from '#lib/web';
import { PortalModule } from './portal.module.js';

/** While many read the same page: one of them has it made. */
const keptMilliseconds = 1000;

/** Serves the portal until closed. */
export async function startPortal(config: Config, clock = systemClock): Promise<Running> {
  const database = await appDatabase(config.databaseUrl, 'dvc_portal');
  const settings = new WebSettings(
    'portal',
    config.portal,
    config.secrets.nationalApiKey,
    () => checkMigrations(database),
    keptMilliseconds,
  );
  const platform = new Platform(config, database, clock);
  const app = await createApp(PortalModule.of(platform, settings), settings, config.trustedProxies);
  const current = await keepPlacesCurrent(platform);
  await listen(app, settings);
  return { close: () => closeAll([{ close: () => database.destroy() }, app, current]) };
}
