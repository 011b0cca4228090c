import { cleanLine, saysNothing, trimEndOf } from './clean-text.js';

// With these words a name of an agency or office begins. A comma before anything else belongs to the name:
// "Cục cảnh sát quản lý hành chính về trật tự, xã hội", "Ủy ban nhân dân xã, phường, thị trấn".
const heads =
  'Ban|Bảo hiểm|Biên phòng|Bộ|Bộ trưởng|Các|Cảng|Cảng vụ|Chánh|Chi cục|Chi Cục|Chi nhánh|Chính phủ|Chủ tịch|' +
  'Công an|Công ty|Cơ quan|Cơ sở|Cục|Đại sứ|Đơn vị|Đội|Giám đốc|Hải quan|Hội đồng|Kho bạc|Khu|Kiểm|Liên đoàn|' +
  'Ngân hàng|Người|Phòng|Quỹ|Sở|Thanh tra|Thi hành án|Thuế|Thủ tướng|Tòa án|Toà án|Tổ chức|Tổng cục|Tổng công ty|' +
  'Trung tâm|Trường|Trưởng|UBND|Ủy ban|Uỷ ban|Văn phòng|Viện|Vụ';
const boundary = new RegExp(`,\\s*(?=(?:${heads})(?:\\s|$))`, 'u');

/** Names of agencies as written, without repetitions. */
export function readAgencies(text: string): string[] {
  const line = cleanLine(text);
  if (saysNothing(line)) return [];
  const names = line.split(boundary).map((name) => trimEndOf(name, ' .,;'));
  return [...new Set(names.filter((name) => !saysNothing(name)))];
}
