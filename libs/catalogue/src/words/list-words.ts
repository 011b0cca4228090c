import type { Language } from '#lib/platform';
import type { Channel, ProcedureFacts } from '../import/procedure-facts.js';
import { applicantKinds, type ChannelKind, levels } from '../import/procedure-facts.js';
import { texts } from './texts.js';

/** "Cấp tỉnh, Cấp xã": levels of government, the nearest to the citizen first. */
export function levelWords(language: Language, of: ProcedureFacts['levels']): string[] {
  return levels.filter((level) => of.includes(level)).map((level) => texts(language)(`level.${level}`));
}

/** Who may apply, people before organisations. */
export function applicantWords(
  language: Language,
  { applicants, otherApplicants = [] }: Pick<ProcedureFacts, 'applicants' | 'otherApplicants'>,
): string[] {
  const named = applicantKinds
    .filter((kind) => applicants.includes(kind))
    .map((kind) => texts(language)(`applicant.${kind}`));
  return [...named, ...otherApplicants];
}

const kinds: ChannelKind[] = ['online', 'in-person', 'post'];

/** The ways to file, online first. */
export function sortedChannels(channels: Channel[]): Channel[] {
  return channels.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}
