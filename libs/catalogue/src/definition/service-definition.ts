import type { DeadlineRule } from '#lib/calendar';
import type { Condition, FormDefinition } from '#lib/forms';
import type { LocalisedName } from '#lib/platform';
import type { WorkflowDefinition } from '#lib/workflow';
import type { DeadlineCase } from './deadline-case.js';
import type { FeeTerms } from './fee.js';
import type { ChildDefinition } from './child-definition.js';
import type { ResultTemplate } from './result-template.js';

/** Where an application lands: the commune or the province answered in the field `route`, or a ministry. */
export type Authority = 'commune' | 'province' | 'ministry';

/** A local body of a central administration, beside the People's Committee of its place. */
export type LocalBody = 'police' | 'tax' | 'social-insurance';

/** A paper to hand in, and which register makes it unnecessary. */
export interface PaperRequirement {
  id: string;
  title: LocalisedName;
  required: boolean;
  when?: Condition;
  register?: string;
}

/**
 * A public service as data: everything the portal, the desk and the clock do for it follows from this. Published
 * as an immutable revision with its workflow inside; an application lives and ends on the revision it was filed under.
 */
export interface ServiceDefinition {
  code: string;
  title: LocalisedName;
  /** Slug of the field of government. */
  field: string;
  /** `linked`: where the application leads that it is about. */
  authority: Authority | 'linked';
  /** Which body of that place, where it is not the People's Committee. */
  body?: LocalBody;
  /** Id of the address or province field that decides which agency is responsible. */
  route?: string;
  /** Slug of the responsible ministry, where the authority is one. */
  ministry?: string;
  /** `full`: toàn trình, nothing but online; `partial`: một phần. */
  online: 'full' | 'partial';
  /** Level of assurance of the applicant's identity. */
  assurance: 0 | 1 | 2;
  /** A passkey used within so many minutes before starting, where a session is not enough; filing is one by itself. */
  freshMinutes?: number;
  applicants: string[];
  /** Who may act for the applicant beyond whom the law names for every procedure; `parent: false`: no child applies for this. */
  representation?: { spouse?: boolean; parent?: false };
  /** Absent where the national catalogue states none that can be read. */
  deadline?: DeadlineRule;
  /** Applications with another deadline; the first whose condition holds counts. */
  deadlineCases?: DeadlineCase[];
  fee: FeeTerms;
  papers: PaperRequirement[];
  form: FormDefinition;
  workflow: WorkflowDefinition;
  /** What the citizen gets, and what its page shows: `plainResult` where nothing is said. */
  result: { title: LocalisedName; template?: ResultTemplate };
  /** How many days may still be filed under the revision before this one: 30, and 0 where the law leaves none. */
  formerRevisionDays?: number;
  /** The applications at other agencies that one of this procedure opens and waits for, where its workflow opens such. */
  children?: ChildDefinition[];
  /** Code of the procedure it is a part of: nobody applies for it by itself. */
  partOf?: string;
  sources: string[];
  /** What could not be sourced and was assumed. */
  assumptions: string[];
}
