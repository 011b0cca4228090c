// Who issues; a longer name before the shorter one it begins with. Needed because the next word is glued behind:
// "87/2020/NĐ-CPSửa đổi", "58/2026/NĐ-CPSỬA ĐỔI".
const issuers = (
  'BNNPTNT BNNMT BNN BLĐTBXH BVHTTDL BTTTT BTNMT BGTVT BGDĐT BKHĐT BKHCN BKH BNHNN BTP BTC BTM BTS BCA BCT ' +
  'BCN BXD BYT BQP BNV BNG BLĐ BHXH BVGCP NHNN TTCP TTg VPCP VPQH CTN CP TLĐ TLĐLĐVN UBTVQH\\d\\d UBTVQH ' +
  'UBCKNN UBCK UBDT UBND UBQLV HĐND HĐQL HĐTP HĐQT TANDTC TAND VKSNDTC VKSTC KTNN TCHQ TCT QLD CHK ' +
  'CHHĐTVN CĐSVN BCĐ QH\\d\\d C06 C07 C08 A08 V03'
)
  .split(' ')
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const kinds = 'NĐ|ND|NQ|QĐ|QD|TTLT|TT|CT|PL|VBHN|L|LCT|CV|HD|TB|ĐA|KH';

/**
 * The number of a law or regulation: `123/2015/NĐ-CP`, `60/2014/QH13`, `66.7/2025/NQ-CP`, `05/2015/TTLT-BTP-BCA-BYT`.
 * Finds it in glued text too; a year glued in front ("Luật Cư trú 202068/2020/QH14") is not part of it.
 */
export const documentNumber = new RegExp(
  `(?:(?<!\\d)|(?<=QH\\d\\d))(?:(?:19|20)\\d\\d(?=\\d))?(\\d{1,4}(?:\\.?[a-zđ])?(?:\\.\\d{1,2})?/` +
    `(?:(?:19|20)\\d\\d/(?:PL-|NQ-)?(?:UBTVQH\\d\\d|QH\\d\\d)|` +
    `(?:(?:19|20)\\d\\d/)?(?:${kinds})-(?:${issuers})(?:-(?:${issuers})(?!\\p{Ll}))*))`,
  'gu',
);
