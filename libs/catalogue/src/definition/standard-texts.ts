import type { Localised } from '#lib/platform';

const text = (vi: string, en: string, fr: string): Localised => ({ vi, en, fr });

/** The words of the standard one-stop definition. */
export const standardTexts = {
  applicant: {
    title: text('Bạn là ai?', 'Who are you?', 'Qui êtes-vous ?'),
    name: text('họ, chữ đệm, tên của người nộp', 'applicant’s full name', 'nom complet du demandeur'),
    idNumber: text(
      'số định danh cá nhân của người nộp',
      'applicant’s personal identification number',
      'numéro d’identification personnel du demandeur',
    ),
    phone: text('số điện thoại liên hệ', 'contact phone number', 'numéro de téléphone'),
    email: text('thư điện tử', 'email address', 'adresse électronique'),
    residence: text(
      'nơi cư trú của người nộp',
      'applicant’s place of residence',
      'lieu de résidence du demandeur',
    ),
    onBehalf: text(
      'nộp thay cho tổ chức, doanh nghiệp',
      'filing on behalf of an organisation or enterprise',
      'dépôt pour le compte d’une organisation ou d’une entreprise',
    ),
    organisationName: text(
      'tên tổ chức, doanh nghiệp',
      'name of the organisation or enterprise',
      'nom de l’organisation ou de l’entreprise',
    ),
    taxCode: text(
      'mã số thuế hoặc số đăng ký',
      'tax code or registration number',
      'code fiscal ou numéro d’enregistrement',
    ),
  },
  place: {
    title: text('Bạn nộp hồ sơ ở đâu?', 'Where do you file?', 'Où déposez-vous le dossier ?'),
    hint: text(
      'Cơ quan ở nơi này sẽ tiếp nhận và giải quyết.',
      'The agency of this place receives and decides the application.',
      'L’autorité de ce lieu reçoit et traite le dossier.',
    ),
    commune: text(
      'xã, phường, đặc khu giải quyết',
      'responsible commune, ward or special zone',
      'commune, quartier ou zone spéciale compétente',
    ),
    province: text(
      'tỉnh, thành phố giải quyết',
      'responsible province or city',
      'province ou ville compétente',
    ),
  },
  request: {
    title: text('Bạn đề nghị điều gì?', 'What do you ask for?', 'Que demandez-vous ?'),
    label: text('nội dung đề nghị', 'content of the request', 'objet de la demande'),
    hint: text(
      'Nêu ngắn gọn việc cần giải quyết và các thông tin mà mẫu đơn của thủ tục yêu cầu.',
      'Say briefly what is to be done, with the information that the procedure’s form asks for.',
      'Indiquez brièvement ce qui est demandé, avec les informations exigées par le formulaire de la procédure.',
    ),
  },
  papers: {
    caseTitle: text('Hồ sơ của bạn thuộc trường hợp nào?', 'Which case is yours?', 'Quel est votre cas ?'),
    caseLabel: text('trường hợp', 'case', 'cas'),
    otherCase: text('Không thuộc các trường hợp trên', 'None of these', 'Aucun de ces cas'),
    title: text('Tải giấy tờ lên', 'Upload your papers', 'Téléversez vos documents'),
    hint: text(
      'Chỉ tải những giấy tờ áp dụng cho bạn. Nếu thiếu, cán bộ sẽ báo một lần, đủ mọi thứ.',
      'Upload only what applies to you. If something is missing, the officer says so once, with everything.',
      'Ne téléversez que ce qui vous concerne. S’il manque quelque chose, l’agent le signale en une seule fois.',
    ),
  },
  result: text(
    'Kết quả giải quyết thủ tục hành chính',
    'Result of the administrative procedure',
    'Résultat de la procédure administrative',
  ),
};
