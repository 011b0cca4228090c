import { type Block, type BlockPart, say3 } from './block.js';

const text = (maxLength: number) => ({ type: 'text', maxLength }) as const;

const parts: Record<string, BlockPart> = {
  name: { label: say3('Tên', 'Name', 'Nom'), field: text(300), known: 'name' },
  shortName: {
    label: say3('Tên viết tắt', 'Short name', 'Sigle'),
    field: { ...text(100), optional: true },
  },
  kind: {
    label: say3('Loại hình', 'Legal form', 'Forme juridique'),
    field: { type: 'select', list: 'organisationKinds' },
  },
  taxCode: { label: say3('Mã số thuế', 'Tax code', 'Numéro fiscal'), field: text(20), known: 'taxCode' },
  decisionNumber: {
    label: say3(
      'Số quyết định thành lập hoặc giấy đăng ký',
      'Number of the founding decision or registration',
      'Numéro de l’acte de création ou d’enregistrement',
    ),
    field: text(50),
  },
  decisionDate: {
    label: say3(
      'Ngày cấp quyết định thành lập hoặc giấy đăng ký',
      'Date of the founding decision or registration',
      'Date de l’acte de création ou d’enregistrement',
    ),
    field: { type: 'date', notAfter: 'today' },
  },
  address: { label: say3('Trụ sở', 'Head office', 'Siège'), field: { type: 'address' } },
  phone: {
    label: say3('Số điện thoại', 'Phone number', 'Numéro de téléphone'),
    field: { type: 'text', maxLength: 20 },
  },
  email: {
    label: say3('Thư điện tử', 'Email address', 'Adresse électronique'),
    field: { type: 'email', optional: true },
  },
  representative: {
    label: say3('Người đại diện theo pháp luật', 'Legal representative', 'Représentant légal'),
    field: { type: 'name' },
  },
  representativeTitle: {
    label: say3(
      'Chức vụ của người đại diện',
      'Position of the legal representative',
      'Fonction du représentant légal',
    ),
    field: text(100),
  },
};

/** An enterprise, an agency or another body. What the business register knows has its key. */
export const organisation: Block = {
  who: say3('tổ chức', 'the organisation', 'de l’organisme'),
  parts,
};
