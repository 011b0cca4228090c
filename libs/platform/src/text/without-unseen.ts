/** Control characters, half surrogate pairs, invisible marks and those that reverse the direction of writing. */
const unseen = /[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029\uFFFD]/gu;

/** A label as it is safe to show: nothing in it that is not seen or lets the rest be read as something else. */
export function withoutUnseen(label: string): string {
  return label.replace(unseen, '');
}
