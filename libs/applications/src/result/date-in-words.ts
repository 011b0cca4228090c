/**
 * A date in Vietnamese words, as a birth certificate has it beside the figures:
 * `2026-11-20` is "Ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu". Years 1000 to 9999.
 */
export function dateInWords(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  // The fourth month alone has a name of its own.
  const ofMonth = month === 4 ? 'tư' : belowHundred(month);
  return `Ngày ${belowHundred(day)} tháng ${ofMonth} năm ${yearWords(year)}`;
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const digit = (value: number) => digits[value] ?? '';

function yearWords(year: number): string {
  const rest = year % 100;
  const words = `${digit(Math.floor(year / 1000))} nghìn ${digit(Math.floor(year / 100) % 10)} trăm`;
  if (rest === 0) return words;
  return `${words} ${rest < 10 ? `linh ${digit(rest)}` : belowHundred(rest)}`;
}

function belowHundred(value: number): string {
  if (value < 10) return digit(value);
  const [tens, units] = [Math.floor(value / 10), value % 10];
  const words = tens === 1 ? 'mười' : `${digit(tens)} mươi`;
  if (units === 0) return words;
  if (units === 5) return `${words} lăm`;
  return `${words} ${units === 1 && tens > 1 ? 'mốt' : digit(units)}`;
}
