interface PageLink {
  number: number;
  href: string;
  current: boolean;
}

/** The first page, the last, the current one and its neighbours; what is left out between them is a gap. */
export function pageLinks(
  current: number,
  last: number,
  href: (page: number) => string,
): (PageLink | 'gap')[] {
  const shown = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  return [...new Set(shown)].flatMap((number, index, all) => {
    const before = all[index - 1] ?? 0;
    const link = { number, href: href(number), current: number === current };
    // A gap of one page is that page: it takes no more room than the dots.
    if (number - before === 2) return [{ number: number - 1, href: href(number - 1), current: false }, link];
    return number - before > 2 ? ['gap' as const, link] : [link];
  });
}
