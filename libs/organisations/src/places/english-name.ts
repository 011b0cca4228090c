/** Kinds of units in Vietnamese and what the official English names of 2025 call them; longer words first. */
const kinds: [string, string][] = [
  ['Thành phố', 'City'],
  ['Thị trấn', 'Township'],
  ['Đặc khu', 'Special Zone'],
  ['Thị xã', 'Town'],
  ['Phường', 'Ward'],
  ['Huyện', 'District'],
  ['Tỉnh', 'Province'],
  ['Quận', 'District'],
  ['Xã', 'Commune'],
];

/** The English name of a former unit, made as those of 2025 are: "Phường Trúc Bạch" is "Truc Bach Ward". */
export function englishName(name: string): string {
  const kind = kinds.find(([word]) => name.startsWith(`${word} `));
  const proper = withoutMarks(kind ? name.slice(kind[0].length + 1) : name);
  if (!kind) return proper;
  // Wards and districts with a number for a name: District 1, Ward 12.
  return /^\d+$/.test(proper) ? `${kind[1]} ${Number(proper)}` : `${proper} ${kind[1]}`;
}

/** Without diacritics, in the case it has. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
