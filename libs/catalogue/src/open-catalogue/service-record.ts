import { type DeadlineRule, termOf } from '#lib/calendar';
import type { LocalisedName } from '#lib/platform';
import { standardAssurance } from '../definition/standard-definition.js';
import type { Validity } from '../definition/fee.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
import type { LegalGround, ProcedureFacts } from '../import/procedure-facts.js';
import type { CatalogueEntry } from './catalogue-entries.js';

/**
 * A procedure as the open catalogue gives it. What a definition says goes before what the national catalogue says;
 * both are absent where nothing is known. Texts that nobody translated are there in Vietnamese only.
 */
export interface ServiceDescription {
  /** National code. */
  code: string;
  title: LocalisedName;
  /** As the deciding authority published it. */
  officialTitle: string;
  field: { slug: string; name: string };
  /** Slug of the issuing ministry; absent where the catalogue names none. */
  ministry?: string;
  levels: string[];
  /** Who decides, by official name; who carries it out where that is all that is stated. */
  authorities: string[];
  applicants: string[];
  /** Nothing but online, partly online, or null where it is not taken online. */
  online: 'full' | 'partial' | null;
  /** Level of assurance of the applicant's identity, where it is taken online. */
  assurance?: 0 | 1 | 2;
  /** In `working-days`, `calendar-days`, `working-hours`, `hours`, `weeks`, `months`, `years` or `minutes`. */
  times: { amount: number; unit: string; condition?: string }[];
  /** `validFrom` and `validUntil` are the first and the last day of filing on which it is charged, YYYY-MM-DD. */
  fees: ({
    title?: LocalisedName;
    amountDong?: number;
    amountUsd?: number;
    asStated?: string;
  } & Validity)[];
  waivers: LocalisedName[];
  papers: { name: LocalisedName; required?: boolean; case?: string }[];
  results: LocalisedName[];
  legalGrounds: LegalGround[];
  /** Where the facts are from. */
  sources: string[];
  /** What a definition takes for granted without a source. */
  assumptions: string[];
  /** What the importer was not sure of, by code. */
  flags: string[];
  /** From when it takes no applications any more, by which decision, and the code of what takes its place. */
  withdrawn?: { from: string; decision: string; followedBy?: string };
}

/** The same, and since when. */
export interface ServiceRecord extends ServiceDescription {
  /** When what is said here was last changed, ISO 8601. */
  changedAt: string;
}

/** The record of a procedure, with its own definition where somebody wrote one. */
export function serviceRecord(
  { changedAt, ...described }: CatalogueEntry,
  definition: ServiceDefinition | undefined,
): ServiceRecord {
  return { ...describeService(described, definition), changedAt: changedAt.toISOString() };
}

/** What is known about a procedure, with its own definition where somebody wrote one. */
export function describeService(
  { procedure, withdrawal }: Pick<CatalogueEntry, 'procedure' | 'withdrawal'>,
  definition: ServiceDefinition | undefined,
): ServiceDescription {
  const { code, field, fieldSlug, ministry, levels, facts, flags, online } = procedure;
  return {
    code,
    title: definition?.title ?? { vi: facts.title },
    officialTitle: facts.officialTitle,
    field: { slug: fieldSlug, name: field },
    ...(ministry && { ministry }),
    levels,
    authorities: facts.authorities.length > 0 ? facts.authorities : facts.agencies,
    applicants: definition?.applicants ?? facts.applicants,
    online: definition?.online ?? (online ? 'partial' : null),
    ...(definition ? said(definition) : stated(facts, online)),
    legalGrounds: facts.legalGrounds,
    sources: definition?.sources ?? (facts.source ? [facts.source] : []),
    assumptions: definition?.assumptions ?? [],
    flags: definition ? [] : flags.map((flag) => flag.code),
    ...(withdrawal && {
      withdrawn: {
        from: withdrawal.effectiveAt.toISOString(),
        decision: withdrawal.decision,
        ...(withdrawal.followedBy && { followedBy: withdrawal.followedBy }),
      },
    }),
  };
}

type Terms = Pick<ServiceDescription, 'assurance' | 'times' | 'fees' | 'waivers' | 'papers' | 'results'>;

function said({ assurance, deadline, deadlineCases = [], fee, papers, result }: ServiceDefinition): Terms {
  const { amountDong } = fee;
  return {
    assurance,
    times: [
      ...(deadline ? [timeOf(deadline)] : []),
      ...deadlineCases.map((each) => ({ ...timeOf(each.deadline), condition: each.title.vi })),
    ],
    fees:
      fee.lines?.map(({ when: _, times: __, ...line }) => line) ??
      (amountDong === undefined ? [] : [{ amountDong }]),
    waivers: fee.waivers?.map(({ title }) => title) ?? [],
    papers: papers.map(({ title, required }) => ({ name: title, required })),
    results: [result.title],
  };
}

function timeOf(rule: DeadlineRule) {
  const { length, unit } = termOf(rule);
  return { amount: length, unit };
}

/** Of the online channel where there is one, as the page of the procedure does. */
function stated({ channels, papers, results }: ProcedureFacts, online: boolean): Terms {
  const channel = channels.find(({ kind }) => kind === 'online') ?? channels[0];
  return {
    ...(online && { assurance: standardAssurance }),
    times:
      channel?.deadlines.map(({ amount, unit, condition }) => ({
        amount,
        unit: unit === 'day' ? 'calendar-days' : `${unit}s`,
        ...(condition && { condition }),
      })) ?? [],
    fees: channel?.free
      ? [{ amountDong: 0 }]
      : (channel?.fees.map(({ raw, condition, ...amount }) => ({
          ...amount,
          ...(raw && { asStated: raw }),
          ...(condition && { title: { vi: condition } }),
        })) ?? []),
    waivers: [],
    papers: papers.map((paper) => ({ name: { vi: paper.name }, ...(paper.case && { case: paper.case }) })),
    results: results.map(({ name }) => ({ vi: name })),
  };
}
