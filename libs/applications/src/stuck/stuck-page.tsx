import { formatDate, formatTime } from '#lib/calendar';
import { type Language, say } from '#lib/platform';
import { Button, CodeText, EmptyState, type PageContext, PageHeading, QueueTable, SitePage } from '#lib/web';
import { effects } from '#lib/workflow';
import { causeOf } from './error-words.js';
import type { FailingJob, FailingKind } from './failing-jobs.js';
import type { KeptFromAll } from './kept-from-all.js';
import { type StuckTextKey, texts } from './texts.js';

interface StuckPageProps {
  context: PageContext;
  kinds: FailingKind[];
  jobs: FailingJob[];
  kept: KeptFromAll[];
  /** Whether the reader also handles applications of an agency: then its number leads to the file. */
  opens(agencyId: string): boolean;
  /** How many were just tried again. */
  retried: number | undefined;
}

/** What fails, why, since when and how often it was tried; one button a kind, one a piece of work. */
export function StuckPage({ context, kinds, jobs, kept, opens, retried }: StuckPageProps) {
  const { language } = context;
  const t = texts(language);
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const flash = retried === undefined ? undefined : flashOf(language, retried);
  return (
    <SitePage context={context} title={t('title')} layout="wide" flash={flash}>
      <PageHeading lead={total > 0 ? t('lead') : undefined}>{t('title')}</PageHeading>
      {total + kept.length === 0 ? <EmptyState title={t('empty-title')}>{t('empty')}</EmptyState> : null}
      <KeptFromAllOfficers kept={kept} language={language} />
      {total === 0 ? null : (
        <>
          <h2>{t('kinds')}</h2>
          <ul class="govuk-list">
            {kinds.map(({ task, count }) => (
              <li>
                <p>
                  {taskWords(language, task)}: {t('count', { count })}
                </p>
                <Retry
                  name="kind"
                  value={task}
                  label={t('retry-kind-of', { kind: taskWords(language, task) })}
                >
                  {t('retry-kind')}
                </Retry>
              </li>
            ))}
          </ul>
          <h2>{t('list')}</h2>
          {jobs.length < total && <p class="secondary">{t('first-of', { shown: jobs.length, total })}</p>}
          <QueueTable
            caption={t('list')}
            columns={[
              { id: 'kind', title: t('kind'), heads: true },
              { id: 'application', title: t('application') },
              { id: 'why', title: t('why') },
              { id: 'since', title: t('since') },
              { id: 'attempts', title: t('attempts') },
              { id: 'retry', title: t('retry'), bare: true },
            ]}
            rows={jobs.map((job) => ({
              id: job.id,
              cells: {
                kind: `${taskWords(language, job.task)} · ${job.id}`,
                application: <About job={job} opens={opens} language={language} />,
                why: t(`cause-${causeOf(job.error)}`),
                since: instant(language, job.since),
                attempts: t(job.givenUp ? 'attempts-given-up' : 'attempts-next', {
                  count: job.attempts,
                  time: instant(language, job.nextAt),
                }),
                retry: (
                  <Retry name="job" value={job.id} label={t('retry-of', { id: job.id })}>
                    {t('retry')}
                  </Retry>
                ),
              },
            }))}
          />
        </>
      )}
    </SitePage>
  );
}

/** What no officer may go on with: nothing of whose matter it is. */
function KeptFromAllOfficers({ kept, language }: { kept: KeptFromAll[]; language: Language }) {
  if (kept.length === 0) return null;
  const t = texts(language);
  return (
    <>
      <h2>{t('kept')}</h2>
      <p>{t('kept-lead')}</p>
      <p>
        <a href="/officers">{t('kept-way')}</a>
      </p>
      <QueueTable
        caption={t('kept')}
        columns={[
          { id: 'number', title: t('application'), heads: true },
          { id: 'procedure', title: t('procedure'), bare: true },
          { id: 'roles', title: t('turn') },
          { id: 'due', title: t('due') },
        ]}
        rows={kept.map(({ id, number, title, roles, dueAt }) => ({
          id,
          cells: {
            number: <CodeText>{number}</CodeText>,
            procedure: say(title, language),
            roles: roles.map((role) => t(`role-${role}`)).join(', '),
            due: dueAt ? instant(language, dueAt) : undefined,
          },
        }))}
      />
    </>
  );
}

function Retry({
  name,
  value,
  label,
  children,
}: {
  name: string;
  value: string;
  label: string;
  children: string;
}) {
  return (
    <form method="post" action="/stuck/retries" noValidate>
      <input type="hidden" name={name} value={value} />
      <Button kind="secondary" preventDoubleClick>
        <span aria-hidden="true">{children}</span>
        <span class="govuk-visually-hidden">{label}</span>
      </Button>
    </form>
  );
}

function About({
  job,
  opens,
  language,
}: { job: FailingJob; language: Language } & Pick<StuckPageProps, 'opens'>) {
  const { application } = job;
  if (!application) return <>{texts(language)('no-application')}</>;
  const number = <CodeText>{application.number}</CodeText>;
  return opens(application.agencyId) ? <a href={`/applications/${application.id}`}>{number}</a> : number;
}

/** What a job does, in words: those of its kind, for each kind that has some. */
function taskWords(language: Language, task: string): string {
  const kinds: [RegExp, StuckTextKey][] = [
    [/^inbox-entry$/, 'task-inbox-entry'],
    [/^follow-up$/, 'task-follow-up'],
    [/^deadline$/, 'task-deadline'],
    [/^effect-/, 'task-effect'],
    [/^mail-/, 'task-mail'],
    [/^send-phone-notice$/, 'task-phone'],
    [/^walk-proposal$/, 'task-walk'],
  ];
  const t = texts(language);
  const words = t(kinds.find(([shape]) => shape.test(task))?.[1] ?? 'task-sweep');
  const effect = Object.entries(effects).find(([name]) => task === `effect-${name}`)?.[1];
  return effect ? `${words}: ${effect[language].replace(/\.$/, '')}` : words;
}

function instant(language: Language, at: Date): string {
  return `${formatTime(language, at)} ${formatDate(language, at)}`;
}

function flashOf(language: Language, retried: number) {
  const t = texts(language);
  return retried === 0
    ? { kind: 'notice' as const, text: t('retried-none') }
    : { kind: 'success' as const, text: t('retried', { count: retried }) };
}
