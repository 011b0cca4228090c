import type { FormDefinition, PageDefinition } from '#lib/forms';

const page: PageDefinition = {
  id: 'guardianship',
  title: { vi: 'Giám hộ', en: 'Guardianship', fr: 'Tutelle' },
  fields: [
    {
      id: 'what',
      type: 'radios',
      list: 'what',
      label: { vi: 'Việc cần ghi nhận', en: 'What is to be noted', fr: 'Ce qu’il faut inscrire' },
    },
    {
      id: 'guardianIdNumber',
      type: 'id-number',
      label: {
        vi: 'Số định danh của người giám hộ',
        en: 'Identification number of the guardian',
        fr: 'Numéro d’identification du tuteur',
      },
    },
    {
      id: 'wardIdNumber',
      type: 'id-number',
      label: {
        vi: 'Số định danh của người được giám hộ',
        en: 'Identification number of the ward',
        fr: 'Numéro d’identification de la personne sous tutelle',
      },
    },
    {
      id: 'ground',
      type: 'radios',
      list: 'ground',
      label: { vi: 'Loại giấy tờ', en: 'Kind of document', fr: 'Nature du document' },
    },
    {
      id: 'number',
      type: 'text',
      maxLength: 60,
      label: { vi: 'Số giấy tờ', en: 'Number of the document', fr: 'Numéro du document' },
      hint: { vi: 'Ví dụ 12/QĐ-UBND', en: 'For example 12/QĐ-UBND', fr: 'Par exemple 12/QĐ-UBND' },
    },
    {
      id: 'date',
      type: 'date',
      notAfter: 'today',
      label: { vi: 'Ngày ký', en: 'Date of the document', fr: 'Date du document' },
    },
    {
      id: 'issuedBy',
      type: 'text',
      maxLength: 150,
      label: { vi: 'Cơ quan ban hành', en: 'Issued by', fr: 'Délivré par' },
    },
    {
      id: 'lastDay',
      type: 'date',
      notBefore: 'date',
      when: { eq: ['what', 'guardianship'] },
      label: {
        vi: 'Ngày cuối cùng của việc giám hộ',
        en: 'Last day of the guardianship',
        fr: 'Dernier jour de la tutelle',
      },
      hint: {
        vi: 'Chỉ khi bắt đầu giám hộ: theo giấy tờ, hoặc ngày người được giám hộ đủ 18 tuổi',
        en: 'Only where one begins: as the document says, or the day the ward turns 18',
        fr: 'Seulement si elle commence : selon le document, ou le jour des 18 ans de la personne sous tutelle',
      },
    },
  ],
};

/** What the first officer enters of a guardianship that begins or ends. */
export const guardianshipForm: FormDefinition & { pages: [PageDefinition] } = {
  pages: [page],
  lists: {
    what: [
      {
        value: 'guardianship',
        label: {
          vi: 'Một người trở thành người giám hộ',
          en: 'Somebody becomes a guardian',
          fr: 'Une personne devient tuteur',
        },
      },
      {
        value: 'guardianship-end',
        label: { vi: 'Việc giám hộ chấm dứt', en: 'A guardianship ends', fr: 'Une tutelle prend fin' },
      },
    ],
    ground: [
      {
        value: 'court',
        label: { vi: 'Quyết định của Tòa án', en: 'Decision of a court', fr: 'Décision d’un tribunal' },
      },
      {
        value: 'commune',
        label: {
          vi: 'Quyết định của Ủy ban nhân dân cấp xã',
          en: 'Decision of a commune People’s Committee',
          fr: 'Décision du Comité populaire de la commune',
        },
      },
    ],
  },
};
