import type { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';
import type { Provider } from 'oidc-provider';

const logger = new Logger('OpenID');

/**
 * Logs what went wrong in a provider; not what it answered in words, nor that who asked went away before the end or sent
 * what is no HTTP.
 */
export function tellFaults(provider: Provider): void {
  const events = provider as unknown as EventEmitter;
  events.on('error', (error: Error & { expose?: boolean; code?: string }) => {
    const left = error.code === 'ECONNRESET' || error.code?.startsWith('HPE_');
    if (!error.expose && !left) logger.error(error.message, error.stack);
  });
}
