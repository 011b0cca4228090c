import { useTexts } from '../page/page-language.js';
import { Button } from './button.js';
import type { Content } from './props.js';

interface FilterFormProps {
  action: string;
  /** Name of the form for those who hear it: "Lọc hồ sơ". */
  label: string;
  /** Fields: `Input`, `Select`. */
  children: Content;
  /** Shows everything again; given only while a filter is on. */
  clearHref?: string | undefined;
  /** Default "Lọc". */
  button?: string | undefined;
}

/** Fields in a row that narrow a list, by GET, so that a filtered list has an address. */
export function FilterForm(props: FilterFormProps) {
  const t = useTexts();
  return (
    <form class="filter-form" action={props.action} method="get" aria-label={props.label}>
      {props.children}
      <div class="filter-form__actions">
        <Button kind="secondary">{props.button ?? t('filter')}</Button>
        {props.clearHref ? <a href={props.clearHref}>{t('clearFilters')}</a> : null}
      </div>
    </form>
  );
}
