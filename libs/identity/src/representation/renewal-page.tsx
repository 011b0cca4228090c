import { Button, type PageContext, PageHeading, RefusedNotice, SitePage } from '#lib/web';
import { type OpenMandate, representedName } from './read-mandates.js';
import { representationTexts } from './texts.js';

/** Asks before what somebody ended is given again. */
export function renewalPage(context: PageContext, mandate: OpenMandate, representative: string) {
  const t = representationTexts(context.language);
  const title = t('renewTitle', { name: representative, represented: representedName(mandate) });
  return (
    <SitePage context={context} title={title} back={{ href: '/account/acting', text: t('title') }}>
      <PageHeading lead={t('renewLead', { as: t(`as.${mandate.kind}`) })}>{title}</PageHeading>
      <RefusedNotice context={context} />
      <form method="post">
        <Button preventDoubleClick>{t('renewButton')}</Button>
      </form>
    </SitePage>
  );
}
