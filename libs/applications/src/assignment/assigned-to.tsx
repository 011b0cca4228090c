import type { Language } from '#lib/platform';
import { Tag } from '#lib/web';
import type { Assignment } from './assignment-of.js';
import { texts } from './texts.js';

/** Whose an application is, and who stands in. */
export function AssignedTo({
  assignment: { officer, away, standIn },
  language,
}: {
  assignment: Assignment;
  language: Language;
}) {
  const t = texts(language);
  if (!officer) return <Tag colour="yellow">{t('nobody')}</Tag>;
  if (!away) return <>{officer.name}</>;
  return <>{`${officer.name} (${standIn ? t('away-standing-in', { name: standIn.name }) : t('away')})`}</>;
}
