/**
 * The form in which titles and questions are compared: lower case, without marks, đ as d, anything but
 * letters and digits a space, single spaces. "Đăng ký khai sinh" and "dang ky  khai-sinh" fold to the same.
 * Letters of other scripts stay as they are; the result may be empty.
 */
export function foldForSearch(text: string): string {
  return (
    text
      // Compatibility form first: a full-width or ligature letter is the letter somebody typed.
      .normalize('NFKD')
      .toLowerCase()
      // Lower-casing İ makes a new mark, and some capitals decompose only afterwards.
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replaceAll('đ', 'd')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}
