import type { Localised } from '#lib/platform';

/** Filing comes before the first state of a workflow, so its words are ours. */
export const filedPast: Localised = {
  vi: 'Đã ký và nộp hồ sơ',
  en: 'Signed and filed',
  fr: 'Dossier signé et déposé',
};

/** The same where a code to the registered phone confirmed it. */
export const confirmedPast: Localised = {
  vi: 'Đã xác nhận bằng mã gửi đến điện thoại và nộp hồ sơ',
  en: 'Confirmed by a code to the phone and filed',
  fr: 'Dossier confirmé par un code reçu au téléphone et déposé',
};
