import { type Block, type BlockPart, say3 } from './block.js';

const text = (maxLength: number) => ({ type: 'text', maxLength }) as const;
const squareMetres = say3('m²', 'm²', 'm²');

const parts: Record<string, BlockPart> = {
  number: { label: say3('Số thửa', 'Parcel number', 'Numéro de parcelle'), field: text(20) },
  sheet: { label: say3('Số tờ bản đồ', 'Map sheet number', 'Numéro de feuille cadastrale'), field: text(20) },
  address: { label: say3('Địa chỉ', 'Address', 'Adresse'), field: { type: 'address' } },
  area: {
    label: say3('Diện tích', 'Area', 'Superficie'),
    field: { type: 'number', min: 1, max: 1_000_000_000, decimals: 1, unit: squareMetres },
  },
  use: {
    label: say3('Mục đích sử dụng', 'Land use', 'Usage du sol'),
    field: { type: 'select', list: 'landUses' },
  },
  usePeriod: { label: say3('Thời hạn sử dụng', 'Period of use', 'Durée d’usage'), field: text(100) },
  useForm: {
    label: say3('Hình thức sử dụng', 'Form of use', 'Forme d’usage'),
    field: { type: 'radios', list: 'landUseForms' },
  },
  certificateNumber: {
    label: say3(
      'Số phát hành Giấy chứng nhận',
      'Serial number of the land certificate',
      'Numéro du certificat foncier',
    ),
    field: text(30),
  },
  certificateBookNumber: {
    label: say3(
      'Số vào sổ cấp Giấy chứng nhận',
      'Book entry number of the land certificate',
      'Numéro d’inscription du certificat foncier',
    ),
    field: text(30),
  },
  certificateIssuedOn: {
    label: say3(
      'Ngày cấp Giấy chứng nhận',
      'Date of issue of the land certificate',
      'Date de délivrance du certificat foncier',
    ),
    field: { type: 'date', notAfter: 'today' },
  },
};

/** A parcel of land as the land certificate describes it. */
export const parcel: Block = { who: say3('thửa đất', 'the parcel', 'de la parcelle'), parts };
