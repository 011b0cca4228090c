import { Client, type ClientConfig } from 'pg';

/**
 * A connection with somebody listening to its errors as long as it lives. Between the pool, which listens while a
 * connection is idle, and TypeORM, which listens while it is used, there are moments when nobody does; a connection that
 * breaks just then would end the process. Whoever uses it next is told that it is broken.
 */
export class ListenedClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
