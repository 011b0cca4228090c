import { shippedTitles } from '../../definition/load-definitions.js';
import { makeName, type Name, nameOf } from './name.js';
import { coreOf } from './read-question.js';
import { searchData } from './search-data.js';

let known:
  | { byCode: Map<string, Name[]>; byWord: Map<string, Set<string>>; byCore: Map<string, Set<string>> }
  | undefined;

/** What people call a procedure, and what its definition calls it in each language. */
export function spokenNames(code: string): Name[] {
  return names().byCode.get(code) ?? [];
}

/** Codes of those one of whose names holds one of the folded words. */
export function codesNamed(words: string[]): string[] {
  return [...new Set(words.flatMap((word) => [...(names().byWord.get(word) ?? [])]))];
}

/** Codes of those that people call just so (`Question.core`). */
export function codesCalled(core: string): ReadonlySet<string> {
  return names().byCore.get(core) ?? new Set();
}

function names(): NonNullable<typeof known> {
  if (known) return known;
  const read = {
    byCode: new Map<string, Name[]>(),
    byWord: new Map<string, Set<string>>(),
    byCore: new Map<string, Set<string>>(),
  };
  const add = (code: string, name: Name) => {
    read.byCode.set(code, [...(read.byCode.get(code) ?? []), name]);
    for (const word of name.words.keys())
      read.byWord.set(word, (read.byWord.get(word) ?? new Set()).add(code));
  };
  const data = searchData();
  for (const { code, words } of data.names) {
    add(code, makeName(words));
    const core = coreOf(words, data);
    read.byCore.set(core, (read.byCore.get(core) ?? new Set()).add(code));
  }
  for (const [code, titles] of shippedTitles())
    for (const title of Object.values(titles)) add(code, nameOf(title));
  known = read;
  return known;
}
