import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ConfigError } from './config/config-error.js';

/** More than anybody writes by hand, fewer than a text made to grow without end. */
const mostAliases = 1_000;

/**
 * What a text in YAML says; `<<` takes over what another block says. Refuses (`ConfigError`) what is none, in one
 * sentence with line and column; its cause is the YAML library's error.
 */
export function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: mostAliases, merge: true, logLevel: 'error' });
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('\n');
    throw new ConfigError(sentence.replace(/:$/, ''), { cause: error });
  }
}

/** What a file somebody wrote in YAML holds. Refuses (`ConfigError`) a file that holds none, in one sentence. */
export function readYaml(file: string): unknown {
  try {
    return parseYaml(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
