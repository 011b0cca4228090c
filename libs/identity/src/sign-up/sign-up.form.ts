import type { FormDefinition, PageDefinition } from '#lib/forms';

const about: PageDefinition = {
  id: 'about-you',
  title: { vi: 'Bạn là ai?', en: 'Who are you?', fr: 'Qui êtes-vous ?' },
  fields: [
    {
      id: 'idNumber',
      type: 'id-number',
      label: {
        vi: 'Số định danh cá nhân',
        en: 'Personal identification number',
        fr: 'Numéro d’identification personnelle',
      },
      hint: {
        vi: '12 chữ số trên thẻ căn cước, ví dụ 001 199 000 123',
        en: 'The 12 digits on your identity card, for example 001 199 000 123',
        fr: 'Les 12 chiffres de votre carte d’identité, par exemple 001 199 000 123',
      },
    },
    {
      id: 'fullName',
      type: 'name',
      label: { vi: 'Họ, chữ đệm và tên', en: 'Full name', fr: 'Nom complet' },
      hint: {
        vi: 'Viết đủ dấu như trên thẻ căn cước',
        en: 'With all diacritics, in the order on your identity card',
        fr: 'Avec tous les signes diacritiques, dans l’ordre de la carte d’identité',
      },
    },
    {
      id: 'birthDate',
      type: 'date',
      notAfter: 'today',
      label: { vi: 'Ngày sinh', en: 'Date of birth', fr: 'Date de naissance' },
      hint: { vi: 'Ví dụ 27 3 1990', en: 'For example 27 3 1990', fr: 'Par exemple 27 3 1990' },
    },
  ],
};

/** What is asked at sign-up: the three things the register is asked to confirm. */
export const signUpForm: FormDefinition & { pages: [PageDefinition] } = { pages: [about] };
