import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { projectRoot } from '#lib/platform';
import type { FlagCode, ImportedRow, ProcedureFacts } from './procedure-facts.js';
import { splitLines } from './split-lines.js';

/** What ships in the product: facts without prose, and the codes of what is doubtful about them. */
export type ShippedFacts = Omit<ProcedureFacts, 'prose'> & { flags: FlagCode[] };

/** Names and conditions longer than this are cut at a word and end in "…". */
export const longestText = 160;

/** Leaves out prose, notes and raw text; cuts long names, conditions and titles of laws. */
export function shippedFacts({ facts, flags }: ImportedRow): ShippedFacts {
  const { prose: _prose, ...kept } = facts;
  return {
    ...kept,
    channels: facts.channels.map(({ note: _note, raw: _raw, ...channel }) => ({
      ...channel,
      deadlines: channel.deadlines.map(cutCondition),
      fees: channel.fees.map(cutCondition),
    })),
    papers: facts.papers.map((paper) => ({
      ...paper,
      ...(paper.case === undefined ? {} : { case: cut(paper.case) }),
      name: cut(paper.name),
    })),
    cases: facts.cases.map(cut),
    results: facts.results.map((result) => ({ ...result, name: cut(result.name) })),
    legalGrounds: facts.legalGrounds.map((ground) =>
      ground.title === undefined ? ground : { ...ground, title: cut(ground.title) },
    ),
    flags: [...new Set(flags.map((flag) => flag.code))].toSorted(),
  };
}

function cutCondition<T extends { condition?: string }>(value: T): T {
  return value.condition === undefined ? value : { ...value, condition: cut(value.condition) };
}

function cut(text: string): string {
  const line = text.replaceAll('\n', ' ');
  if (line.length <= longestText) return line;
  const head = line.slice(0, longestText);
  return `${head.slice(0, head.lastIndexOf(' ')).replace(/[\s,;:.(-]+$/u, '')}…`;
}

/** Where the facts that ship with the product lie. */
export const shippedFactsFile = join(projectRoot(), 'libs/catalogue/data/procedures.facts.jsonl.gz');

/** The shipped facts, by code. Throws on a file that is not what `writeFacts` writes. */
export async function* readShippedFacts(file: string | URL = shippedFactsFile): AsyncGenerator<ShippedFacts> {
  const lines = splitLines(createReadStream(file).pipe(createGunzip()));
  for await (const { text } of lines) yield JSON.parse(text) as ShippedFacts;
}
