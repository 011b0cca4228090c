import type { HostConfig } from '#lib/platform';

export type AppName = 'portal' | 'desk' | 'sandbox';

/** What the web layer must know of the app it serves. */
export class WebSettings {
  constructor(
    readonly app: AppName,
    readonly host: HostConfig,
    /** Shown by systems on routes that are not for browsers: `Authorization: Bearer …`. */
    readonly apiKey: string,
    /** Rejects while the app cannot do its work: database away, migrations missing. */
    readonly checkReady: () => Promise<void>,
    /** For how long pages that are `SameForAll` are kept; 0 keeps none. */
    readonly keptMilliseconds = 0,
  ) {}
}
