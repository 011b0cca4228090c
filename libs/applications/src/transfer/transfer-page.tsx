import { type Agency, agencyName } from '#lib/organisations';
import { newId, type RefusalWords, say } from '#lib/platform';
import {
  Button,
  CodeText,
  EmptyState,
  ErrorSummary,
  Input,
  InsetText,
  type PageContext,
  PageHeading,
  Radios,
  SitePage,
  Textarea,
  textIn,
} from '#lib/web';
import type { CaseFile } from '../case-file/read-case.js';
import type { TransferError } from './perform-transfer.js';
import { texts } from './texts.js';

interface TransferPageProps {
  context: PageContext;
  file: CaseFile;
  words: string;
  /** The agencies found by these words. */
  found: Agency[];
  body?: unknown;
  errors?: TransferError[];
  /** Why it was refused. */
  why?: RefusalWords | undefined;
  /** There is nothing to choose: it can go nowhere now. */
  closed?: boolean;
}

/** Where an application goes, and why: first the agency is looked for, then it is chosen. */
export function TransferPage(props: TransferPageProps) {
  const { context, file, words, found, body, errors = [], why, closed = false } = props;
  const { application, revision, agency } = file;
  const { language } = context;
  const t = texts(language);
  const here = `/applications/${application.id}/transfer`;
  const said = (id: string) => {
    const error = errors.find((each) => each.id === id);
    return error && t(error.code);
  };
  return (
    <SitePage
      context={context}
      title={`${t('title')} · ${application.number}`}
      errors={errors.length > 0 || (why !== undefined && !closed)}
      place={agencyName(agency, language)}
      back={{ href: `/applications/${application.id}`, text: t('back') }}
    >
      {errors.length > 0 ? (
        <ErrorSummary
          errors={errors.map(({ id, code }) => ({
            text: t(code),
            href: found.length === 0 ? '#words' : `#${id}`,
          }))}
        />
      ) : null}
      {why && !closed ? (
        <ErrorSummary errors={[{ text: `${why.title}. ${why.help}`, href: '#words' }]} />
      ) : null}
      <PageHeading
        caption={
          <>
            {say(revision.definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
      >
        {t('title')}
      </PageHeading>
      {closed ? (
        <EmptyState title={why?.title ?? ''}>{why?.help}</EmptyState>
      ) : (
        <>
          <InsetText>{t('lead')}</InsetText>
          <form method="get" action={here}>
            <Input name="words" type="search" label={t('search')} hint={t('search-hint')} value={words} />
            <Button kind="secondary">{t('search-button')}</Button>
          </form>
        </>
      )}
      {!closed && words !== '' && found.length === 0 ? <p>{t('nothing-found')}</p> : null}
      {!closed && found.length > 0 ? (
        <form method="post" action={here} noValidate>
          <input type="hidden" name="version" value={application.version} />
          <input type="hidden" name="key" value={newId()} />
          <input type="hidden" name="words" value={words} />
          <Radios
            name="agency"
            legend={t('agency')}
            value={textIn(body, 'agency')}
            options={found.map((one) => ({ value: one.id, text: agencyName(one, language) }))}
            error={said('agency')}
          />
          <Textarea
            name="reason"
            label={t('reason')}
            hint={t('reason-hint')}
            value={textIn(body, 'reason')}
            error={said('reason')}
          />
          <Button preventDoubleClick>{t('button')}</Button>
        </form>
      ) : null}
    </SitePage>
  );
}
