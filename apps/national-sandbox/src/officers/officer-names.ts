import { randomInt } from 'node:crypto';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý'];
const middles = ['Văn', 'Thị', 'Minh', 'Ngọc', 'Thanh', 'Quốc', 'Thu', 'Hữu', 'Kim', 'Đức', 'Hồng', 'Xuân'];
const givens = [
  'An',
  'Bình',
  'Châu',
  'Dung',
  'Giang',
  'Hà',
  'Khánh',
  'Lâm',
  'Ngân',
  'Phương',
  'Thảo',
  'Vinh',
];

/** A Vietnamese name for an officer nobody has named: one of 1,728. */
export function inventName(): string {
  return [families, middles, givens].map((names) => names[randomInt(names.length)]).join(' ');
}
