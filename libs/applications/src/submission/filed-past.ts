import type { Localised } from '#lib/platform';

/** Filing comes before the first state of a workflow, so its words are ours. */
export const filedPast: Localised = {
  vi: 'Đã ký và nộp hồ sơ',
  en: 'Signed and filed',
  fr: 'Dossier signé et déposé',
};
