import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConfigError } from '#lib/platform';
import type { WebSettings } from './web-settings.js';

/** Serves on the configured port. Refuses a port in use with a `ConfigError`. */
export async function listen(app: NestFastifyApplication, { app: name, host }: WebSettings): Promise<void> {
  try {
    await app.listen(host.port, host.listenAddress);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigError(
      `Port ${host.port} is already in use. Stop what uses it, or set ${name.toUpperCase()}_PORT to another.`,
    );
  }
}
