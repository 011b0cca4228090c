import { type Name, nameOf } from './name.js';
import type { Question } from './read-question.js';
import { scoreName, weighReading, type WeighedReading } from './score-name.js';
import type { SearchData } from './search-data.js';
import type { Vocabulary } from './vocabulary.js';

/** What the database knows of a procedure that may be meant. */
export interface Candidate {
  code: string;
  title: string;
  field: string;
  /** How far from the citizen it is handled, in thousands, and how long its title is (`standingOf`). */
  standing: number;
  /** Whether what was asked stands in neither title nor field, but in the rest of the text. */
  inText?: boolean;
}

export interface Ranked {
  code: string;
  score: number;
}

/** What is wanted most goes before what answers as well: so much for the first of them, and for the last. */
const prominence = { first: 0.15, last: 0.09 };
/** What is done next door goes before the same from further away: in the commune, the province, elsewhere. */
const nearness = [0.03, 0.02, 0];
/** For each special case that a title is about and nobody asked for; two at most count. */
const specialCase = 0.09;
/** For what people call just what was asked. */
const calledSo = 0.12;
/** A name that people use says a little less than the title. */
const spokenShare = 0.98;
/** An answer is what is at least so good, and so much as good as the best. */
const leastAnswer = 0.2;
const leastOfBest = 0.45;
const textOnly = 0.25;

/** Those that answer a question, best first, with their scores. Names that people use count as titles do. */
export function rankCandidates(
  question: Question,
  candidates: Candidate[],
  vocabulary: Vocabulary,
  data: SearchData,
  namesOf: (code: string) => Name[],
  called: ReadonlySet<string>,
): Ranked[] {
  const readings = question.readings.map((reading) => weighReading(reading, vocabulary));
  const ranked = candidates.map((candidate) => {
    const answer = bestAnswer(readings, candidate, namesOf(candidate.code), vocabulary);
    const score =
      answer === 0 && candidate.inText
        ? textOnly
        : answer * (1 + favour(candidate, question, data) + (called.has(candidate.code) ? calledSo : 0));
    return { code: candidate.code, length: candidate.title.length, score };
  });
  const best = ranked.reduce((most, { score }) => Math.max(most, score), 0);
  return ranked
    .filter(({ score }) => score >= Math.max(leastAnswer, best * leastOfBest))
    .toSorted(
      (one, other) =>
        other.score - one.score || one.length - other.length || (one.code < other.code ? -1 : 1),
    );
}

function bestAnswer(
  readings: WeighedReading[],
  { title, field }: Candidate,
  names: Name[],
  vocabulary: Vocabulary,
): number {
  const [own, ofField] = [nameOf(title), nameOf(field)];
  let best = 0;
  for (const reading of readings) {
    best = Math.max(best, scoreName(reading, own, ofField, vocabulary));
    for (const name of names)
      best = Math.max(best, spokenShare * scoreName(reading, name, undefined, vocabulary));
  }
  return best;
}

function favour({ code, title, standing }: Candidate, { asked }: Question, data: SearchData): number {
  const place = data.prominent.get(code);
  const wanted = place === undefined ? 0 : prominence.last + place * (prominence.first - prominence.last);
  const near = nearness[Math.floor(standing / 1000)] ?? 0;
  const unasked = specialCases(nameOf(title), data).filter((phrase) => !asked.includes(phrase)).length;
  return wanted + near - specialCase * Math.min(2, unasked);
}

const knownCases = new WeakMap<Name, string[]>();

function specialCases(name: Name, { special }: SearchData): string[] {
  const found = knownCases.get(name) ?? special.filter((phrase) => name.text.includes(phrase));
  knownCases.set(name, found);
  return found;
}
