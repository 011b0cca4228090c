import type { Localised } from '#lib/platform';

/** The public holidays of the Labour Code 2019, art 112, by the names people use. */
export const holidayNames = {
  newYear: { vi: 'Tết Dương lịch', en: 'New Year’s Day', fr: 'Jour de l’an' },
  tet: { vi: 'Tết Nguyên đán', en: 'Lunar New Year (Tết)', fr: 'Nouvel An lunaire (Têt)' },
  hungKings: {
    vi: 'Giỗ Tổ Hùng Vương (mồng 10 tháng Ba âm lịch)',
    en: 'Hùng Kings’ Commemoration Day',
    fr: 'Commémoration des rois Hùng',
  },
  reunification: {
    vi: 'Ngày Chiến thắng 30/4',
    en: 'Victory Day (30 April)',
    fr: 'Jour de la Victoire (30 avril)',
  },
  labour: {
    vi: 'Ngày Quốc tế Lao động 1/5',
    en: 'International Labour Day (1 May)',
    fr: 'Fête internationale du Travail (1er mai)',
  },
  national: { vi: 'Quốc khánh', en: 'National Day', fr: 'Fête nationale' },
} satisfies Record<string, Localised>;

/** The day given back for a holiday that fell on a weekly day off (Labour Code 2019, art 111(3)). */
export function madeGood(holiday: Localised): Localised {
  return {
    vi: `nghỉ bù ${holiday.vi}`,
    en: `day off in lieu of ${holiday.en}`,
    fr: `jour de compensation : ${holiday.fr}`,
  };
}

/** A working day taken off, with a weekend day worked for it. */
export function swappedFor(holiday: Localised): Localised {
  return {
    vi: `nghỉ hoán đổi dịp ${holiday.vi}`,
    en: `working day exchanged for ${holiday.en}`,
    fr: `jour ouvré échangé : ${holiday.fr}`,
  };
}
