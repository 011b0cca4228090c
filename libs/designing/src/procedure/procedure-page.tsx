import { formatDate } from '#lib/calendar';
import { type RevisionLine, shortTitle } from '#lib/catalogue';
import { type Language, legalDate } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  CodeText,
  doneFlash,
  InsetText,
  LinkButton,
  type PageContext,
  PageHeading,
  QueueTable,
  RefusedNotice,
  SitePage,
} from '#lib/web';
import type { DraftRevision } from '../draft/draft-revision.entity.js';
import { madeBy } from '../revision/made-by.js';
import type { Publication } from './publications-of.js';
import { texts } from './texts.js';

interface ProcedurePageProps {
  context: PageContext;
  code: string;
  title: string;
  /** The newest first. */
  revisions: RevisionLine[];
  inForce: RevisionLine | undefined;
  publications: Publication[];
  /** Of officers, by id. */
  names: Map<string, string>;
  draft: DraftRevision | undefined;
}

/** A procedure with everything that was ever published of it. */
export function ProcedurePage(props: ProcedurePageProps) {
  const { context, code, title, revisions, inForce, draft } = props;
  const { language } = context;
  const t = texts(language);
  const home = `/design/procedures/${code}`;
  return (
    <SitePage
      context={context}
      title={shortTitle(title)}
      layout="wide"
      back={{ href: '/design', text: t('back') }}
      flash={doneFlash(context, { published: t('done-published') })}
    >
      <RefusedNotice context={context} />
      <PageHeading caption={<CodeText>{code}</CodeText>} lead={t(madeBy(code, inForce))}>
        {shortTitle(title)}
      </PageHeading>
      {draft ? (
        <InsetText>
          {t('draft-open')} <a href={`/design/drafts/${draft.id}`}>{t('draft-see')}</a>
        </InsetText>
      ) : (
        <form method="post" action={`${home}/drafts`}>
          <Button preventDoubleClick>{t('begin')}</Button>
        </form>
      )}
      <p>
        <a href={`${home}/definition.yaml`}>{t('download-in-force')}</a>
      </p>
      <h2>{t('revisions')}</h2>
      {revisions.length === 0 ? <p>{t('revisions-none')}</p> : <Revisions {...props} />}
      {revisions.length > 1 || draft ? (
        <p>
          <a href={`${home}/comparison`}>{t('compare')}</a>
        </p>
      ) : null}
    </SitePage>
  );
}

function Revisions({ context, code, revisions, inForce, publications, names, draft }: ProcedurePageProps) {
  const { language } = context;
  const t = texts(language);
  const home = `/design/procedures/${code}/revisions`;
  return (
    <QueueTable
      caption={t('revisions')}
      columns={[
        { id: 'number', title: t('number'), heads: true },
        { id: 'time', title: t('time') },
        { id: 'how', title: t('how') },
        { id: 'acts', title: t('acts'), bare: true },
      ]}
      rows={revisions.map((revision) => {
        const { id, number } = revision;
        return {
          id,
          cells: {
            number: t('revision-number', { number }),
            time: timeOf(revision, inForce, language),
            how: <How {...{ revision, publications, names, language }} />,
            acts: (
              <ButtonGroup>
                <a href={`${home}/${number}/definition.yaml`}>
                  {t('download')}
                  <span class="govuk-visually-hidden"> {t('revision-number', { number })}</span>
                </a>
                {draft ? null : (
                  <form method="post" action={`${home}/${number}/drafts`}>
                    <LinkButton>
                      {t('begin-from')}
                      <span class="govuk-visually-hidden"> {t('revision-number', { number })}</span>
                    </LinkButton>
                  </form>
                )}
              </ButtonGroup>
            ),
          },
        };
      })}
    />
  );
}

function timeOf(
  { id, inForceFrom, inForceUntil }: RevisionLine,
  inForce: RevisionLine | undefined,
  language: Language,
): string {
  const t = texts(language);
  const day = (instant: Date) => formatDate(language, legalDate(instant));
  if (inForceUntil && inForceUntil <= inForceFrom) return t('never-in-force');
  if (id === inForce?.id)
    return inForceUntil
      ? t('in-force-until', { from: day(inForceFrom), until: day(inForceUntil) })
      : t('in-force', { from: day(inForceFrom) });
  return inForceUntil
    ? t('was-in-force', { from: day(inForceFrom), until: day(inForceUntil) })
    : t('to-come', { from: day(inForceFrom) });
}

function How({
  revision,
  publications,
  names,
  language,
}: Pick<ProcedurePageProps, 'publications' | 'names'> & { revision: RevisionLine; language: Language }) {
  const t = texts(language);
  const how = publications.find(({ revisionId }) => revisionId === revision.id);
  if (!how) return <>{t(madeBy(revision.code, revision))}</>;
  return (
    <>
      {t('published-by', { one: names.get(how.proposedBy) ?? '', other: names.get(how.decidedBy) ?? '' })}{' '}
      <a href={`/design/drafts/${how.draftId}/history`}>{how.reason}</a>
    </>
  );
}
