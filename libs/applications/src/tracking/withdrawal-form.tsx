import { newId } from '#lib/platform';
import type { Language } from '#lib/platform';
import { Button, Details } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { texts } from './texts.js';

/** Withdrawing, with its consequence said before the button; the version and the key travel with the form. */
export function WithdrawalForm({ application, language }: { application: Application; language: Language }) {
  const t = texts(language);
  return (
    <Details summary={t('withdraw')}>
      <p>{t('withdraw-help')}</p>
      <form method="post" action={`/applications/${application.id}/withdrawal`}>
        <input type="hidden" name="version" value={application.version} />
        <input type="hidden" name="key" value={newId()} />
        <Button kind="warning" preventDoubleClick>
          {t('withdraw')}
        </Button>
      </form>
    </Details>
  );
}
