import { createServer } from 'node:net';
import type { HostConfig } from './config.js';
import { ConfigError } from './config-error.js';

/**
 * Refuses (`ConfigError`) a port that another program listens on or that this user may not use. Asked before anything
 * is touched: a start that cannot serve must not disturb one that does. `name`: the app, as in `PORTAL_PORT`.
 */
export function refusePortInUse(
  name: string,
  { port, listenAddress }: Pick<HostConfig, 'port' | 'listenAddress'>,
): Promise<void> {
  return new Promise((done, refuse) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      refuse(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new ConfigError(
              `Port ${port} ${error.code === 'EACCES' ? 'may not be used by this user' : 'is already in use'}. Stop what uses it, or set ${name.toUpperCase()}_PORT to another.`,
            )
          : error,
      ),
    );
    probe.listen(port, listenAddress, () => probe.close(() => done()));
  });
}
