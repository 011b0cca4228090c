import { workflowRoles } from '#lib/organisations';
import { type Language, say } from '#lib/platform';
import { Details, FilterForm, type Principal, Select, type SelectOption } from '#lib/web';
import type { QueueGroup } from './count-queue.js';
import { isFiltered, type QueueFilter, shows, turns, whoses } from './queue-filter.js';
import { texts } from './texts.js';

interface QueueFiltersProps {
  language: Language;
  officer: Principal | undefined;
  filter: QueueFilter;
  groups: QueueGroup[];
}

const nationalStatuses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Narrows the queue; without JavaScript, by GET. */
export function QueueFilters({ language, officer, filter, groups }: QueueFiltersProps) {
  const t = texts(language);
  const any = { value: '', text: t('any') };
  const mine = workflowRoles
    .filter((role) => officer?.roles.some((held) => held.role === role))
    .map((role) => `my-${role}`);
  const offered = turns.filter((turn) => !turn.startsWith('my-') || mine.includes(turn));
  return (
    <Details summary={t('filters-open')} open={isChosenHere(filter)}>
      <FilterForm action="/" label={t('filters')} clearHref={isFiltered(filter) ? '/' : undefined}>
        <Select
          name="show"
          label={t('filter-show')}
          value={filter.show}
          options={shows.map((show) => ({ value: show, text: t(`filter-show-${show}`) }))}
        />
        <Select
          name="procedure"
          label={t('filter-procedure')}
          value={filter.procedure}
          options={[any, ...procedures(language, groups, filter.procedure)]}
        />
        <Select
          name="status"
          label={t('filter-status')}
          value={filter.status}
          options={[
            any,
            ...nationalStatuses.map((status) => ({ value: status, text: t(`status-${status}`) })),
          ]}
        />
        <Select
          name="whose"
          label={t('filter-whose')}
          value={filter.whose}
          options={[any, ...whoses.map((whose) => ({ value: whose, text: t(`whose-${whose}`) }))]}
        />
        <Select
          name="turn"
          label={t('filter-turn')}
          value={filter.turn}
          options={[any, ...offered.map((turn) => ({ value: turn, text: t(`turn-${turn}`) }))]}
        />
      </FilterForm>
    </Details>
  );
}

/** Whether the filter is one that only this form can have chosen: neither a count nor a search leads to it. */
function isChosenHere({ show, turn, procedure, status, number, applicant }: QueueFilter): boolean {
  const searched = number !== undefined || applicant !== undefined;
  const otherShow = (show === 'closed' || show === 'all') && !searched;
  return Boolean(procedure || status || otherShow || (turn && !turn.startsWith('my-')));
}

/** The procedures there is open work in, by title, and the one filtered by even if there is none left. */
function procedures(language: Language, groups: QueueGroup[], chosen: string | undefined): SelectOption[] {
  const titles = new Map(groups.map(({ procedure }) => [procedure.code, say(procedure.title, language)]));
  if (chosen && !titles.has(chosen)) titles.set(chosen, chosen);
  const byTitle = new Intl.Collator(language);
  return [...titles]
    .map(([value, text]) => ({ value, text }))
    .toSorted((a, b) => byTitle.compare(a.text, b.text));
}
