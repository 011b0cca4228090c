import type { Language } from '#lib/platform';
import { Button, Input } from '#lib/web';
import { texts } from './texts.js';

interface FindFormProps {
  language: Language;
  typed: string | undefined;
  error: string | undefined;
}

/** Finds by number or by the applicant's ID number. By POST: an ID number never stands in an address. */
export function FindForm({ language, typed, error }: FindFormProps) {
  const t = texts(language);
  return (
    <form class="filter-form" action="/search" method="post" aria-label={t('find')}>
      <Input
        name="sought"
        value={typed}
        label={t('find-label')}
        hint={t('find-hint')}
        error={error}
        spellcheck={false}
        autocomplete="off"
      />
      <div class="filter-form__actions">
        <Button kind="secondary">{t('find-button')}</Button>
      </div>
    </form>
  );
}
