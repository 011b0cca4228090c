import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Config, type Localised, projectRoot } from '#lib/platform';
import type { SharedScope } from './shared-scopes.js';

/** A system of the State that signs people in with the portal, as `data/relying-parties.yaml` describes it. */
export interface RelyingParty {
  clientId: string;
  /** There is no such system: for trying, never in production. */
  invented: boolean;
  /** Who answers for it: a ministry, a province. */
  agency: Localised;
  system: Localised;
  /** What it wants the data for, as a sentence to the person. */
  purpose: Localised;
  redirectUris: string[];
  /** The most it may ask for. */
  scopes: ('openid' | SharedScope)[];
}

let parties: RelyingParty[] | undefined;

/** The systems that may sign people in here. */
export function relyingParties({ production, sandbox }: Config): RelyingParty[] {
  parties ??= parse(
    readFileSync(join(projectRoot(), 'libs/identity/data/relying-parties.yaml'), 'utf8'),
  ) as RelyingParty[];
  return parties
    .filter(({ invented }) => !(invented && production))
    .map((party) => ({
      ...party,
      redirectUris: party.redirectUris.map((uri) => uri.replace('{sandbox}', sandbox.origin)),
    }));
}

export function relyingParty(config: Config, clientId: string): RelyingParty | undefined {
  return relyingParties(config).find((party) => party.clientId === clientId);
}
