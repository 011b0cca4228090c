import type { ListItem } from '../field-type.js';

/**
 * The 54 ethnic groups in the order of Decision 121-TCTK/PPCĐ of 2 March 1979, whose numbers the registers use.
 * Assumption: the list of the statistics office (Decision 1019/QĐ-TCTK of 2008) has the same names under partly
 * other numbers (04 Mường, 06 Hoa); data that comes with those must be translated before it gets here.
 */
const names = [
  'Kinh',
  'Tày',
  'Thái',
  'Hoa',
  'Khơ-me',
  'Mường',
  'Nùng',
  'Hmông',
  'Dao',
  'Gia-rai',
  'Ngái',
  'Ê-đê',
  'Ba-na',
  'Xơ-đăng',
  'Sán Chay',
  'Cơ-ho',
  'Chăm',
  'Sán Dìu',
  'Hrê',
  'Mnông',
  'Ra-glai',
  'Xtiêng',
  'Bru-Vân Kiều',
  'Thổ',
  'Giáy',
  'Cơ-tu',
  'Gié-Triêng',
  'Mạ',
  'Khơ-mú',
  'Co',
  'Tà-ôi',
  'Chơ-ro',
  'Kháng',
  'Xinh-mun',
  'Hà Nhì',
  'Chu-ru',
  'Lào',
  'La Chí',
  'La Ha',
  'Phù Lá',
  'La Hủ',
  'Lự',
  'Lô Lô',
  'Chứt',
  'Mảng',
  'Pà Thẻn',
  'Cơ Lao',
  'Cống',
  'Bố Y',
  'Si La',
  'Pu Péo',
  'Brâu',
  'Ơ-đu',
  'Rơ-măm',
];

/** Codes '01' to '54', and 'other' for whoever is none of them. The names are the same in every language. */
export const ethnicGroups: ListItem[] = [
  ...names.map((name, index) => ({
    value: String(index + 1).padStart(2, '0'),
    label: { vi: name, en: name, fr: name },
  })),
  {
    value: 'other',
    label: { vi: 'Dân tộc khác, không có trong danh sách', en: 'Other, not listed', fr: 'Autre, hors liste' },
  },
];
