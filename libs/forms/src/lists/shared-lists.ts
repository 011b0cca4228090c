import type { ListItem, Lists } from '../field-type.js';

/** Rows of value, Vietnamese, English, French. */
const list = (...rows: [value: string, vi: string, en: string, fr: string][]): ListItem[] =>
  rows.map(([value, vi, en, fr]) => ({ value, label: { vi, en, fr } }));

const female: [string, string, string, string] = ['female', 'Nữ', 'Female', 'Féminin'];
const male: [string, string, string, string] = ['male', 'Nam', 'Male', 'Masculin'];

/**
 * Lists that many declarations share. A definition names one where it has no list of its own of that name, and its
 * published revision holds the items, so that what was filed stays what was asked.
 */
export const sharedLists: Lists = {
  sexes: list(female, male),
  sexesAtBirth: list(female, male, ['undetermined', 'Chưa xác định', 'Undetermined', 'Indéterminé']),
  residenceKinds: list(
    ['permanent', 'Thường trú', 'Permanent residence', 'Résidence permanente'],
    ['temporary', 'Tạm trú', 'Temporary residence', 'Résidence temporaire'],
  ),
  // The paper types of the civil status forms, 1 to 8.
  identityPapers: list(
    ['identity-card', 'Thẻ căn cước, căn cước công dân', 'Identity card', 'Carte d’identité'],
    ['old-identity-card', 'Chứng minh nhân dân', 'Old identity card', 'Ancienne carte d’identité'],
    ['passport', 'Hộ chiếu', 'Passport', 'Passeport'],
    ['permanent-resident-card', 'Thẻ thường trú', 'Permanent resident card', 'Carte de résident permanent'],
    ['temporary-resident-card', 'Thẻ tạm trú', 'Temporary resident card', 'Carte de résident temporaire'],
    [
      'military-card',
      'Giấy chứng minh quân đội, công an',
      'Military or police card',
      'Carte militaire ou de police',
    ],
    ['other', 'Giấy tờ khác', 'Another paper', 'Autre pièce'],
  ),
  familyRelationships: list(
    ['spouse', 'Vợ hoặc chồng', 'Spouse', 'Conjoint'],
    ['parent', 'Cha hoặc mẹ', 'Parent', 'Père ou mère'],
    ['child', 'Con', 'Child', 'Enfant'],
    ['grandparent', 'Ông hoặc bà', 'Grandparent', 'Grand-parent'],
    ['grandchild', 'Cháu (của ông, bà)', 'Grandchild', 'Petit-enfant'],
    ['sibling', 'Anh, chị, em', 'Brother or sister', 'Frère ou sœur'],
    ['other-relative', 'Người thân thích khác', 'Another relative', 'Autre proche parent'],
    ['not-related', 'Không phải người thân thích', 'Not related', 'Sans lien de parenté'],
  ),
  /** To the head of the household (Law on Residence 68/2020, form CT01). */
  householdRelationships: list(
    ['head', 'Chủ hộ', 'Head of the household', 'Chef de ménage'],
    ['spouse', 'Vợ hoặc chồng', 'Spouse', 'Conjoint'],
    ['child', 'Con', 'Child', 'Enfant'],
    ['parent', 'Cha hoặc mẹ', 'Parent', 'Père ou mère'],
    ['grandparent', 'Ông hoặc bà', 'Grandparent', 'Grand-parent'],
    ['grandchild', 'Cháu (của ông, bà)', 'Grandchild', 'Petit-enfant'],
    ['sibling', 'Anh, chị, em', 'Brother or sister', 'Frère ou sœur'],
    ['other-relative', 'Người thân thích khác', 'Another relative', 'Autre proche parent'],
    ['staying', 'Người ở nhờ, ở mượn, ở thuê', 'Lodger or tenant', 'Hébergé ou locataire'],
  ),
  maritalStatuses: list(
    ['single', 'Chưa kết hôn', 'Never married', 'Célibataire'],
    ['married', 'Đang có vợ hoặc chồng', 'Married', 'Marié'],
    ['divorced', 'Đã ly hôn', 'Divorced', 'Divorcé'],
    ['widowed', 'Vợ hoặc chồng đã chết', 'Widowed', 'Veuf'],
  ),
  educationLevels: list(
    ['none', 'Chưa đi học', 'No schooling', 'Sans scolarité'],
    ['primary', 'Tiểu học', 'Primary school', 'École primaire'],
    ['lower-secondary', 'Trung học cơ sở', 'Lower secondary school', 'Collège'],
    ['upper-secondary', 'Trung học phổ thông', 'Upper secondary school', 'Lycée'],
    ['vocational', 'Sơ cấp, trung cấp', 'Vocational training', 'Formation professionnelle'],
    ['college', 'Cao đẳng', 'College', 'Enseignement supérieur court'],
    ['university', 'Đại học', 'University', 'Université'],
    ['postgraduate', 'Sau đại học', 'Postgraduate', 'Troisième cycle'],
  ),
  /** What papers and extracts are asked for. */
  purposes: list(
    ['marriage', 'Kết hôn', 'Marriage', 'Mariage'],
    ['work', 'Xin việc, bổ sung hồ sơ nhân sự', 'Work', 'Emploi'],
    ['study', 'Học tập', 'Study', 'Études'],
    ['travel', 'Ra nước ngoài', 'Going abroad', 'Séjour à l’étranger'],
    ['property', 'Giao dịch nhà, đất, tài sản', 'Property transaction', 'Transaction immobilière'],
    ['other', 'Mục đích khác', 'Another purpose', 'Autre motif'],
  ),
  reissueReasons: list(
    ['lost', 'Bị mất', 'Lost', 'Perdu'],
    ['damaged', 'Bị hư hỏng', 'Damaged', 'Abîmé'],
    ['expired', 'Hết hạn hoặc sắp hết hạn', 'Expired or about to expire', 'Expiré ou sur le point d’expirer'],
    ['changed', 'Thông tin thay đổi', 'Details changed', 'Informations modifiées'],
    ['wrong', 'Thông tin ghi sai', 'Details are wrong', 'Informations erronées'],
    ['wish', 'Theo yêu cầu', 'On request', 'Sur demande'],
  ),
  /** How the result is handed over. */
  deliveries: list(
    ['online', 'Bản điện tử trên Cổng', 'Electronic, in this portal', 'Version électronique, sur ce portail'],
    ['counter', 'Nhận tại bộ phận một cửa', 'At the counter', 'Au guichet'],
    ['post', 'Nhận qua bưu chính', 'By post', 'Par la poste'],
  ),
  vehicleKinds: list(
    ['motorcycle', 'Xe mô tô', 'Motorcycle', 'Motocyclette'],
    ['moped', 'Xe gắn máy', 'Moped', 'Cyclomoteur'],
    ['electric-motorcycle', 'Xe mô tô điện', 'Electric motorcycle', 'Motocyclette électrique'],
    ['electric-moped', 'Xe máy điện', 'Electric moped', 'Cyclomoteur électrique'],
    ['car', 'Ô tô con', 'Car', 'Voiture'],
    ['truck', 'Ô tô tải', 'Lorry', 'Camion'],
    ['bus', 'Ô tô khách', 'Bus', 'Autocar'],
    ['other', 'Xe khác', 'Another vehicle', 'Autre véhicule'],
  ),
  vehicleColours: list(
    ['white', 'Trắng', 'White', 'Blanc'],
    ['black', 'Đen', 'Black', 'Noir'],
    ['grey', 'Xám, ghi', 'Grey', 'Gris'],
    ['silver', 'Bạc', 'Silver', 'Argent'],
    ['red', 'Đỏ', 'Red', 'Rouge'],
    ['blue', 'Xanh lam', 'Blue', 'Bleu'],
    ['green', 'Xanh lục', 'Green', 'Vert'],
    ['yellow', 'Vàng', 'Yellow', 'Jaune'],
    ['orange', 'Cam', 'Orange', 'Orange'],
    ['brown', 'Nâu', 'Brown', 'Marron'],
    ['violet', 'Tím', 'Violet', 'Violet'],
    ['pink', 'Hồng', 'Pink', 'Rose'],
    ['several', 'Nhiều màu', 'Several colours', 'Plusieurs couleurs'],
  ),
  vehicleOrigins: list(
    ['domestic', 'Sản xuất, lắp ráp trong nước', 'Made in Việt Nam', 'Fabriqué au Viêt Nam'],
    ['imported', 'Nhập khẩu', 'Imported', 'Importé'],
  ),
  /** Law on Land 31/2024, article 9. */
  landUses: list(
    ['rural-housing', 'Đất ở tại nông thôn', 'Rural housing', 'Habitat rural'],
    ['urban-housing', 'Đất ở tại đô thị', 'Urban housing', 'Habitat urbain'],
    ['annual-crops', 'Đất trồng cây hằng năm', 'Annual crops', 'Cultures annuelles'],
    ['rice', 'Đất trồng lúa', 'Rice', 'Rizière'],
    ['perennial-crops', 'Đất trồng cây lâu năm', 'Perennial crops', 'Cultures pérennes'],
    ['forest', 'Đất lâm nghiệp', 'Forest', 'Forêt'],
    ['aquaculture', 'Đất nuôi trồng thủy sản', 'Aquaculture', 'Aquaculture'],
    ['trade', 'Đất thương mại, dịch vụ', 'Trade and services', 'Commerce et services'],
    ['production', 'Đất cơ sở sản xuất phi nông nghiệp', 'Non-farm production', 'Production non agricole'],
    ['other', 'Đất khác', 'Another use', 'Autre usage'],
  ),
  landUseForms: list(
    ['private', 'Sử dụng riêng', 'By one holder', 'Usage privatif'],
    ['shared', 'Sử dụng chung', 'Shared', 'Usage commun'],
  ),
  organisationKinds: list(
    ['state-agency', 'Cơ quan nhà nước', 'State agency', 'Organisme d’État'],
    ['public-unit', 'Đơn vị sự nghiệp công lập', 'Public service unit', 'Établissement public'],
    ['enterprise', 'Doanh nghiệp', 'Enterprise', 'Entreprise'],
    ['cooperative', 'Hợp tác xã', 'Cooperative', 'Coopérative'],
    ['household-business', 'Hộ kinh doanh', 'Household business', 'Entreprise familiale'],
    ['association', 'Hội, tổ chức xã hội', 'Association', 'Association'],
    [
      'political',
      'Tổ chức chính trị, chính trị - xã hội',
      'Political organisation',
      'Organisation politique',
    ],
    ['religious', 'Tổ chức tôn giáo', 'Religious organisation', 'Organisation religieuse'],
    ['foreign', 'Tổ chức nước ngoài', 'Foreign organisation', 'Organisme étranger'],
    ['other', 'Tổ chức khác', 'Another organisation', 'Autre organisme'],
  ),
};
