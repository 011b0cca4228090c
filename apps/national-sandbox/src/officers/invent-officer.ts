import { randomInt } from 'node:crypto';
import type { Tx } from '#lib/platform';
import { officerAsPerson } from '../population/officer-as-person.js';
import { Person } from '../population/person.entity.js';

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

/** A new officer: a Vietnamese name, one of 1,728, and a man or woman of the register who lives alone. */
export async function inventOfficer(tx: Tx): Promise<{ name: string; idNumber: string }> {
  const name = [families, middles, givens].map((names) => names[randomInt(names.length)]).join(' ');
  const sex = name.includes(' Thị ') ? 'female' : 'male';
  const idNumber = `001${sex === 'female' ? 1 : 0}85${String(randomInt(1_000_000)).padStart(6, '0')}`;
  const [last]: { household: number; position: number }[] = await tx.query(
    'SELECT max(household) AS household, max(position) AS position FROM national.person',
  );
  if (!last) throw new Error('The register is empty');
  await tx.getRepository(Person).insert({
    ...officerAsPerson({
      idNumber,
      fullName: name,
      birthDate: '1985-06-15',
      sex,
      province: '01',
      commune: '00082',
    }),
    household: last.household + 1,
    position: last.position + 1,
  });
  return { name, idNumber };
}
