import { formatDateTime } from '#lib/calendar';
import { shortTitle } from '#lib/catalogue';
import { Button, ButtonGroup, type PageContext, PageHeading, SitePage } from '#lib/web';
import type { DraftNow } from './read-draft.js';
import { TextArea } from './text-area.js';
import { texts } from './texts.js';

interface ChangedPageProps {
  context: PageContext;
  now: DraftNow;
  /** What was typed, and is not saved. */
  mine: string;
  /** Whoever saved what stands there now. */
  name: string;
}

/** Somebody else saved, proposed or ended it meanwhile: both texts, so that nothing is lost. */
export function ChangedPage({ context, now: { draft, saved, proposal }, mine, name }: ChangedPageProps) {
  const { language } = context;
  const t = texts(language);
  const home = `/design/drafts/${draft.id}`;
  const open = !draft.endedAt && !proposal;
  const time = formatDateTime(language, saved.savedAt, { weekday: false });
  return (
    <SitePage
      context={{ ...context, path: home }}
      title={t('changed-title')}
      layout="wide"
      back={{ href: home, text: t('changed-back') }}
    >
      <PageHeading caption={shortTitle(draft.title)} lead={t(open ? 'changed-lead' : 'changed-closed')}>
        {t('changed-title')}
      </PageHeading>
      <div class="side-by-side">
        <form method="post" action={`${home}/text`} novalidate>
          <input type="hidden" name="version" value={draft.version} />
          <TextArea label={t('changed-mine')} text={mine} readOnly={!open} />
          {open ? (
            <ButtonGroup>
              <Button preventDoubleClick>{t('changed-save-mine')}</Button>
              <a href={home}>{t('changed-keep')}</a>
            </ButtonGroup>
          ) : null}
        </form>
        <div>
          <TextArea name="theirs" label={t('changed-theirs', { name, time })} text={saved.text} readOnly />
        </div>
      </div>
    </SitePage>
  );
}
