import { type Language, newId } from '#lib/platform';
import { Button } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { texts } from './texts.js';

/** The button that sends a finished answer; version and key travel with it. */
export function SendSupplement({ application, language }: { application: Application; language: Language }) {
  const t = texts(language);
  return (
    <form method="post" action={`/applications/${application.id}/supplement`}>
      <input type="hidden" name="version" value={application.version} />
      <input type="hidden" name="key" value={newId()} />
      <p>{t('send-help')}</p>
      <Button preventDoubleClick>{t('send')}</Button>
    </form>
  );
}
