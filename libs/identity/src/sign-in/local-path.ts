const here = 'http://here';

/** One slash at the beginning, no backslash, no control character. */
const plainPath = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/** `next` as a path on this very host, else `/`: nobody is led to another site after signing in. */
export function localPath(next: unknown): string {
  if (typeof next !== 'string' || next.length > 2000 || !plainPath.test(next) || !URL.canParse(next, here))
    return '/';
  const url = new URL(next, here);
  const path = url.pathname + url.search + url.hash;
  // Looked at again: `/x/..//elsewhere.example` becomes `//elsewhere.example`, which is another site.
  return url.origin === here && plainPath.test(path) ? path : '/';
}
