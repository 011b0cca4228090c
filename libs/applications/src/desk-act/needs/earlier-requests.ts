import type { SupplementItem } from '../../supplement/supplement-item.js';
import type { CaseFile } from '../../case-file/read-case.js';

/** One thing that was asked for before. */
export interface AskedBefore extends SupplementItem {
  at: Date;
  /** Name of the officer who asked. */
  officer: string;
}

/** Everything that was asked of the applicant before, oldest first. */
export function askedBefore({ events }: Pick<CaseFile, 'events'>): AskedBefore[] {
  return events.flatMap(({ details, at, actor }) =>
    ((details.items as SupplementItem[] | undefined) ?? []).map((item) => ({
      ...item,
      at,
      officer: actor.name,
    })),
  );
}

/** The last time this very thing was asked for: the same field or paper, or a paper of the same name. */
export function lastAsked(before: AskedBefore[], item: SupplementItem): AskedBefore | undefined {
  return before.findLast(({ id, name = '' }) =>
    item.id === undefined ? id === undefined && plain(name) === plain(item.name ?? '') : id === item.id,
  );
}

export function plain(text: string): string {
  return text.trim().toLocaleLowerCase('vi').replace(/\s+/g, ' ');
}
