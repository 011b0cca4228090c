import type { Language } from '#lib/platform';
import { FilterForm, Select } from '#lib/web';
import { applicantKinds } from '../import/procedure-facts.js';
import { texts as words } from '../words/texts.js';
import type { GovernmentField } from './fields-of-government.js';
import { isFiltered, type ListQuery, listHref, offeredLevels } from './list-query.js';
import { texts } from './texts.js';

interface ListFiltersProps {
  language: Language;
  query: ListQuery;
  fields: GovernmentField[];
}

/** What a list can be narrowed by, always open: what is hidden is not used. */
export function ListFilters({ language, query, fields }: ListFiltersProps) {
  const t = texts(language);
  const w = words(language);
  const all = { value: '', text: t('all') };
  const cleared = { field: undefined, level: undefined, applicant: undefined, online: undefined };
  return (
    <>
      <h2 class="govuk-heading-s" id="filters">
        {t('filter')}
      </h2>
      <FilterForm
        action="/procedures"
        label={t('filter')}
        clearHref={isFiltered(query) ? listHref(query, cleared) : undefined}
      >
        {query.words ? <input type="hidden" name="q" value={query.words} /> : null}
        {query.event ? <input type="hidden" name="event" value={query.event.id} /> : null}
        <Select
          name="field"
          label={t('field')}
          value={query.field?.slug ?? ''}
          options={[
            all,
            ...fields.map(({ slug, name, count }) => ({ value: slug, text: `${name} (${count})` })),
          ]}
        />
        <Select
          name="level"
          label={t('level')}
          value={query.level ?? ''}
          options={[all, ...offeredLevels.map((level) => ({ value: level, text: w(`level.${level}`) }))]}
        />
        <Select
          name="applicant"
          label={t('applicant')}
          value={query.applicant ?? ''}
          options={[all, ...applicantKinds.map((kind) => ({ value: kind, text: w(`applicant.${kind}`) }))]}
        />
        <Select
          name="online"
          label={t('online')}
          value={query.online ?? ''}
          options={[all, ...(['yes', 'no'] as const).map((value) => ({ value, text: t(`online-${value}`) }))]}
        />
      </FilterForm>
    </>
  );
}
