import type { DeadlineRule } from '#lib/calendar';
import type { PageDefinition } from '#lib/forms';
import type { Localised } from '#lib/platform';
import { yamlNamed } from '../definition/load-definitions.js';

/** What can be filed about an application: a complaint, the second complaint about that one, the correction of a result. */
export const linkKinds = ['complaint', 'appeal', 'correction'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What is the same of a kind whatever procedure it is about: `libs/catalogue/linked/KIND.yaml`. */
export interface LinkedTemplate {
  /** With `{{procedure}}`. */
  title: Localised;
  workflow: string;
  deadline: DeadlineRule;
  /** How long after what it is about it can be filed; absent where nothing limits it. */
  fileWithin?: { calendarDays: number; remoteCalendarDays?: number };
  /** After who the applicant is. */
  pages: PageDefinition[];
  result: Localised;
  sources: string[];
  assumptions: string[];
}

export function linkedTemplate(kind: LinkKind): LinkedTemplate {
  templates ??= new Map(linkKinds.map((each) => [each, yamlNamed(`linked/${each}`) as LinkedTemplate]));
  return templates.get(kind) as LinkedTemplate;
}

let templates: Map<LinkKind, LinkedTemplate> | undefined;
