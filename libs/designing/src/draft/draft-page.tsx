import { formatDateTime } from '#lib/calendar';
import { shortTitle } from '#lib/catalogue';
import {
  Button,
  ButtonGroup,
  CodeText,
  Details,
  doneFlash,
  InsetText,
  LinkButton,
  type PageContext,
  PageHeading,
  RefusedNotice,
  ScrollArea,
  SitePage,
} from '#lib/web';
import type { CheckedText } from '../checking/check-text.js';
import { placesIn } from '../editing/places-in.js';
import type { PictureShown } from '../writing/look.js';
import { FindingsList } from './findings-list.js';
import type { DraftNow } from './read-draft.js';
import { TextArea } from './text-area.js';
import { texts } from './texts.js';
import { UploadForm } from './upload-form.js';

interface DraftPageProps {
  context: PageContext;
  now: DraftNow;
  checked: CheckedText;
  /** Of the workflow, as far as the text can be read. */
  picture: PictureShown | undefined;
  /** Of officers, by id. */
  names: Map<string, string>;
}

/** A draft revision: what is found wrong, its text, and what can be done with it. */
export function DraftPage({ context, now, checked, picture, names }: DraftPageProps) {
  const { language } = context;
  const { draft, saved, proposal } = now;
  const t = texts(language);
  const home = `/design/drafts/${draft.id}`;
  const open = !draft.endedAt && !proposal;
  const { findings, warnings } = checked;
  return (
    <SitePage
      context={context}
      title={`${t('draft')}: ${shortTitle(draft.title)}`}
      layout="wide"
      islands={open ? ['yaml-editor'] : []}
      back={{ href: '/design', text: t('back') }}
      flash={doneFlash(context, {
        saved: t('done-saved'),
        returned: t('done-returned'),
        withdrawn: t('done-withdrawn'),
      })}
    >
      <RefusedNotice context={context} />
      <PageHeading
        caption={
          <>
            {t('draft')} · <CodeText>{draft.code}</CodeText>
          </>
        }
        lead={t('saved-by', {
          version: saved.version,
          name: names.get(saved.savedBy) ?? '',
          time: formatDateTime(language, saved.savedAt, { weekday: false }),
        })}
      >
        {shortTitle(draft.title)}
      </PageHeading>
      {proposal ? (
        <InsetText>
          {t('waiting', { name: names.get(proposal.proposedBy) ?? '' })}{' '}
          <a href={`${home}/proposal`}>{t('waiting-see')}</a>
        </InsetText>
      ) : null}
      {draft.outcome ? <InsetText>{t(`ended-${draft.outcome}`)}</InsetText> : null}
      <ul class="row-of-links">
        <li>
          <a href={`${home}/preview`}>{t('preview')}</a>
        </li>
        {placesIn(saved.text).length > 0 ? (
          <li>
            <a href={`${home}/parts/general`}>{t('parts')}</a>
          </li>
        ) : null}
        <li>
          <a href={`/design/procedures/${draft.code}/comparison`}>{t('compare')}</a>
        </li>
        <li>
          <a href={`${home}/history`}>{t('history')}</a>
        </li>
        <li>
          <a href={`${home}/versions/${saved.version}/definition.yaml`}>{t('download')}</a>
        </li>
        <li>
          <a href={`/design/procedures/${draft.code}`}>{t('procedure')}</a>
        </li>
      </ul>
      <section aria-labelledby="findings">
        <h2 id="findings">
          {findings.length > 0 ? t('findings', { count: findings.length }) : t('findings-none')}
        </h2>
        <FindingsList findings={findings} text={saved.text} language={language} />
        {warnings.length > 0 ? (
          <Details summary={t('warnings', { count: warnings.length })}>
            <FindingsList findings={warnings} text={saved.text} language={language} />
          </Details>
        ) : null}
      </section>
      <h2>{t('text')}</h2>
      {open ? (
        <>
          <form method="post" action={`${home}/text`} novalidate>
            <input type="hidden" name="version" value={draft.version} />
            <TextArea
              label={t('text-label')}
              hint={t('text-hint')}
              text={saved.text}
              lookHref={`${home}/look`}
            />
            <p class="secondary" role="status" data-yaml-status="" />
            <ButtonGroup>
              <Button preventDoubleClick>{t('save')}</Button>
              {findings.length === 0 ? <a href={`${home}/proposal`}>{t('propose')}</a> : null}
            </ButtonGroup>
          </form>
          <UploadForm action={`${home}/upload`} language={language}>
            <input type="hidden" name="version" value={draft.version} />
          </UploadForm>
          <form method="post" action={`${home}/end`}>
            <p class="secondary">{t('discard-hint')}</p>
            <ButtonGroup>
              <LinkButton>{t('discard')}</LinkButton>
            </ButtonGroup>
          </form>
        </>
      ) : (
        <TextArea label={t('text-label')} text={saved.text} readOnly />
      )}
      {picture && (
        <>
          <h2>{t('picture')}</h2>
          <ScrollArea label={t('picture')}>
            <img {...picture} data-yaml-picture="" />
          </ScrollArea>
        </>
      )}
    </SitePage>
  );
}
