import { Button, ButtonGroup, type PageContext, PageHeading, SitePage } from '#lib/web';
import { localPath } from '../sign-in/local-path.js';
import { type FailureCode, failureStatus } from './sign-in-failure.js';
import { nationalSignInTexts } from './texts.js';

/** Why nobody was signed in, and what to do now. `again`: where one tries once more, for the same. */
export function failurePage(context: PageContext, code: FailureCode, again: string) {
  const t = nationalSignInTexts(context.language);
  return (
    <SitePage context={{ ...context, path: failureAddress(code, again) }} title={t(`${code}Title`)}>
      <PageHeading>{t(`${code}Title`)}</PageHeading>
      <p data-code={code}>{t(`${code}Text`)}</p>
      <ButtonGroup>
        <Button href={again}>{t('again')}</Button>
        <Button kind="secondary" href={context.principal ? '/account' : '/sign-in'}>
          {t(context.principal ? 'account' : 'otherWay')}
        </Button>
      </ButtonGroup>
    </SitePage>
  );
}

/** Where the same can be read again, in another language: the address of a callback is good once. */
function failureAddress(code: FailureCode, again: string): string {
  const [path, query] = again.split('?');
  return `${path}/failure?${new URLSearchParams([['code', code], ...new URLSearchParams(query)])}`;
}

/** What `failureAddress` says; undefined for an address it never gave. */
export function readFailure(
  path: string,
  query: Record<string, unknown>,
): { code: FailureCode; again: string } | undefined {
  const code = (Object.keys(failureStatus) as FailureCode[]).find((each) => each === query.code);
  if (!code) return undefined;
  const asked = new URLSearchParams();
  if (query.level === '1' || query.level === '2') asked.set('level', query.level);
  const next = localPath(query.next);
  if (next !== '/') asked.set('next', next);
  return { code, again: asked.size > 0 ? `${path}?${asked}` : path };
}
