import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { refusePortInUse } from '#lib/platform';
import type { WebSettings } from './web-settings.js';

/** Serves on the configured port. Refuses a port in use with a `ConfigError`, before Nest can complain of it. */
export async function listen(app: NestFastifyApplication, { app: name, host }: WebSettings): Promise<void> {
  await refusePortInUse(name, host);
  await app.listen(host.port, host.listenAddress);
}
