import type { FastifyRequest } from 'fastify';

/** A role an officer holds now, and the agency it is held at. */
export interface OfficerRole {
  role: string;
  agencyId: string;
}

/** How long a session still lasts, as of this request. */
export interface SessionTime {
  /** Without a further request, until here. */
  idleLeftSeconds: number;
  /** However busy it is, until here. */
  leftSeconds: number;
  /** What a request gives anew. */
  idleSeconds: number;
}

/** Who is behind a request, and how surely and how recently that was shown. */
export interface Principal {
  kind: 'citizen' | 'officer';
  /** Person id of a citizen, officer id of an officer. */
  id: string;
  name: string;
  sessionId: string;
  sessionTime?: SessionTime | undefined;
  /** Level of assurance of the identity: 0 self-asserted, 1 matched to the register, 2 proofed. */
  assurance: 0 | 1 | 2;
  /** When that was last shown: by a passkey, or to the provider that vouched for it. */
  authenticatedAt: Date;
  /** The level at which another provider vouched for it; undefined where a passkey was used. */
  vouchedLevel?: 0 | 1 | 2 | undefined;
  /** An officer whose passkey may be of any kind, which is so in trials alone; every page says it. */
  anyPasskey?: boolean | undefined;
  /** Sign-ins of an officer from new devices that are yet to be seen; every page says so. */
  newDevices?: number | undefined;
  /** How much waits in a room of the desk, where its name says so. */
  waiting?: { stuck?: number } | undefined;
  /** The agencies' roles of an officer; a citizen has none. */
  roles: OfficerRole[];
}

/** Finds the principal of a request; the identity lib has the answer, each app chooses its own. */
export abstract class PrincipalReader {
  abstract read(request: FastifyRequest): Promise<Principal | undefined>;
}

/** For an app that nobody signs in to. */
export class NobodySignsIn extends PrincipalReader {
  async read(): Promise<undefined> {
    return undefined;
  }
}
