import type { FastifyRequest } from 'fastify';

/** An invented system that signs people in with the portal, to see what such a system sees. */
export interface SampleParty {
  /** How the portal knows it, and the path it is at here. */
  clientId: 'sample-ministry' | 'sample-province';
  scope: string;
}

const parties: SampleParty[] = [
  { clientId: 'sample-ministry', scope: 'openid profile birth_date id_number assurance' },
  { clientId: 'sample-province', scope: 'openid profile assurance' },
];

/** Paths of the samples. */
export const samplePaths = parties.map(({ clientId }) => clientId);

/** The system a request is for. */
export function samplePartyOf({ url }: FastifyRequest): SampleParty {
  const party = parties.find(({ clientId }) => url.split(/[/?]/)[1] === clientId);
  if (!party) throw new Error('No such sample');
  return party;
}
