import { YAMLError } from 'yaml';
import type { Finding } from './finding.js';

/** Mistakes in YAML that have words of their own. */
const known: Record<string, string> = {
  DUPLICATE_KEY: 'yaml-key-twice',
  TAB_AS_INDENT: 'yaml-tab',
  MULTIPLE_DOCS: 'yaml-several',
  RESOURCE_EXHAUSTION: 'yaml-too-much',
};

/** Why a text could not be read, from what the YAML library says: to whoever wrote it. The path is line and column. */
export function unreadable(cause: unknown): Finding {
  const [, name] = /^Unresolved alias.*: (.*)$/.exec(cause instanceof Error ? cause.message : '') ?? [];
  if (name !== undefined) return { path: '', code: 'yaml-alias-unknown', facts: { name } };
  if (!(cause instanceof YAMLError) || /call stack/i.test(cause.message))
    return { path: '', code: 'yaml-too-much', facts: {} };
  const [{ line, col }] = cause.linePos ?? [{ line: 1, col: 1 }];
  const [why = ''] = cause.message.split(/ at line | *:?\n/);
  return {
    path: `${line}:${col}`,
    code: known[cause.code] ?? 'yaml-broken',
    facts: { why },
  };
}
