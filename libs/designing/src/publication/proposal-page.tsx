import { formatDate, formatDateTime } from '#lib/calendar';
import { shortTitle } from '#lib/catalogue';
import { PasskeyForm, type SigningOptions } from '#lib/identity';
import {
  Button,
  ButtonGroup,
  CodeText,
  doneFlash,
  ErrorSummary,
  InsetText,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
  SummaryList,
  Textarea,
} from '#lib/web';
import { ChangesInWords } from '../comparison/changes-in-words.js';
import type { Comparison } from '../comparison/compared.js';
import type { DraftNow } from '../draft/read-draft.js';
import type { Proposal } from './proposal.entity.js';
import type { ProposalError } from './propose-page.js';
import { texts } from './texts.js';
import { WalkNote } from './walk-note.js';

interface ProposalPageProps {
  context: PageContext;
  now: DraftNow;
  proposal: Proposal;
  proposer: string;
  comparison: Comparison;
  findings: number;
  /** The reader proposed it, or wrote some of it. */
  own: boolean;
  wrote: boolean;
  /** What a second designer signs; undefined for whoever may not. */
  signing: { nonce: string; options: SigningOptions } | undefined;
  error: ProposalError | undefined;
  refused: string | undefined;
}

/** What is proposed, and what the reader can decide about it. */
export function ProposalPage(props: ProposalPageProps) {
  const { context, now, proposal, proposer, comparison, findings, own, wrote, error, refused } = props;
  const { language } = context;
  const { draft } = now;
  const t = texts(language);
  const home = `/design/drafts/${draft.id}`;
  const wrong = error && (error.text ?? t(error.code as 'reason-missing'));
  return (
    <SitePage
      context={{ ...context, path: `${home}/proposal` }}
      title={t('proposed')}
      layout="wide"
      errors={Boolean(wrong ?? refused)}
      back={{ href: home, text: t('back') }}
      islands={props.signing ? ['sign'] : []}
      flash={doneFlash(context, { proposed: t('done-proposed') })}
    >
      <RefusedNotice context={context} />
      {refused ? <ErrorSummary title={t('not-approved')} errors={[{ text: refused }]} /> : null}
      {wrong ? <ErrorSummary errors={[{ text: wrong, href: '#reason' }]} /> : null}
      <PageHeading caption={shortTitle(draft.title)} lead={own ? t('own-lead') : t('proposed-lead')}>
        {t('proposed')}
      </PageHeading>
      <SummaryList
        card={{ title: t('what-is-published') }}
        rows={[
          { key: t('procedure'), value: <CodeText>{draft.code}</CodeText> },
          {
            key: t('proposer'),
            value: `${proposer}, ${formatDateTime(language, proposal.proposedAt, { weekday: false })}`,
          },
          { key: t('in-force'), value: formatDate(language, proposal.inForceOn, { weekday: true }) },
          { key: t('reason'), value: <p class="written">{proposal.reason}</p> },
          {
            key: t('text'),
            value: <a href={home}>{t('text-version', { version: proposal.version })}</a>,
          },
        ]}
      />
      <h2>{t('what-changes')}</h2>
      <ChangesInWords comparison={comparison} language={language} />
      <p>
        <a href={`/design/procedures/${draft.code}/comparison`}>{t('side-by-side')}</a>
      </p>
      <WalkNote proposal={proposal} href={`${home}/proposal`} language={language} />
      {findings > 0 ? (
        <InsetText>
          {t('has-findings', { count: findings })} <a href={home}>{t('see-findings')}</a>
        </InsetText>
      ) : null}
      {wrote && !own ? <InsetText>{t('wrote')}</InsetText> : null}
      {own ? <Withdrawal {...props} /> : <Decision {...props} wrong={wrong} />}
    </SitePage>
  );
}

function Withdrawal({ context, now, proposal }: ProposalPageProps) {
  const t = texts(context.language);
  return (
    <form method="post" action={`/design/drafts/${now.draft.id}/proposal/withdrawal`}>
      <input type="hidden" name="proposal" value={proposal.id} />
      <Button kind="secondary" preventDoubleClick>
        {t('withdraw')}
      </Button>
    </form>
  );
}

function Decision(props: ProposalPageProps & { wrong: string | undefined }) {
  const { context, now, proposal, signing, wrong } = props;
  const { language } = context;
  const t = texts(language);
  const action = `/design/drafts/${now.draft.id}/proposal`;
  return (
    <>
      {signing ? (
        <>
          <InsetText>{t('approve-meaning')}</InsetText>
          <PasskeyForm
            action={`${action}/approval`}
            options={signing.options}
            language={language}
            hidden={{ proposal: proposal.id, nonce: signing.nonce }}
          >
            <ButtonGroup>
              <Button preventDoubleClick>{t('approve')}</Button>
            </ButtonGroup>
          </PasskeyForm>
        </>
      ) : null}
      <h2>{t('return-title')}</h2>
      <form method="post" action={`${action}/return`} novalidate>
        <input type="hidden" name="proposal" value={proposal.id} />
        <Textarea name="reason" label={t('return-reason')} rows={3} error={wrong} />
        <Button kind="secondary" preventDoubleClick>
          {t('return')}
        </Button>
      </form>
    </>
  );
}
