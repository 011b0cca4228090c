import { shortTitle } from '#lib/catalogue';
import {
  Button,
  DateInput,
  ErrorSummary,
  InsetText,
  type PageContext,
  PageHeading,
  SitePage,
  Textarea,
} from '#lib/web';
import { ChangesInWords } from '../comparison/changes-in-words.js';
import type { Comparison } from '../comparison/compared.js';
import type { DraftNow } from '../draft/read-draft.js';
import { texts } from './texts.js';

interface ProposePageProps {
  context: PageContext;
  now: DraftNow;
  comparison: Comparison;
  /** How much is wrong in it. */
  findings: number;
  inForce: Record<'day' | 'month' | 'year', string>;
  reason: string;
  error: ProposalError | undefined;
}

/** What has to be mended: one of our own words, or a refusal with its words. */
export interface ProposalError {
  code: string;
  text?: string;
}

/** Asks from when and why a draft revision is to be published. */
export function ProposePage(props: ProposePageProps) {
  const { context, now, comparison, findings, inForce, reason, error } = props;
  const { language } = context;
  const { draft } = now;
  const t = texts(language);
  const home = `/design/drafts/${draft.id}`;
  const words = error && (error.text ?? t(error.code as 'reason-missing'));
  const ofReason = error?.code === 'reason-missing';
  return (
    <SitePage
      context={{ ...context, path: `${home}/proposal` }}
      title={t('propose')}
      layout="wide"
      errors={error !== undefined}
      back={{ href: home, text: t('back') }}
    >
      {words ? (
        <ErrorSummary errors={[{ text: words, href: ofReason ? '#reason' : '#in-force-day' }]} />
      ) : null}
      <PageHeading caption={shortTitle(draft.title)} lead={t('propose-lead')}>
        {t('propose')}
      </PageHeading>
      <h2>{t('what-changes')}</h2>
      <ChangesInWords comparison={comparison} language={language} />
      <p>
        <a href={`/design/procedures/${draft.code}/comparison`}>{t('side-by-side')}</a>
      </p>
      {findings > 0 ? (
        <InsetText>
          {t('has-findings', { count: findings })} <a href={home}>{t('see-findings')}</a>
        </InsetText>
      ) : (
        <form method="post" action={`${home}/proposal`} novalidate>
          <input type="hidden" name="version" value={draft.version} />
          <DateInput
            id="in-force"
            legend={t('in-force')}
            hint={t('in-force-hint')}
            values={inForce}
            error={ofReason ? undefined : words}
          />
          <Textarea
            name="reason"
            label={t('reason')}
            hint={t('reason-hint')}
            rows={3}
            value={reason}
            error={ofReason ? words : undefined}
          />
          <Button preventDoubleClick>{t('propose-send')}</Button>
        </form>
      )}
    </SitePage>
  );
}
