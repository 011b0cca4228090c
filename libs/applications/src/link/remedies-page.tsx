import { formatDate } from '#lib/calendar';
import { linkKindOf, type ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import { type Language, say } from '#lib/platform';
import {
  Button,
  CodeText,
  EmptyState,
  ErrorSummary,
  type PageContext,
  PageHeading,
  Radios,
  RefusedNotice,
  SitePage,
  WarningText,
} from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { choiceName, choiceWords } from './choice.js';
import { lastDayOf } from './end-of-limit.js';
import { type Linked, LinkedNote } from './linked-note.js';
import { type Remedy, timeLeft } from './remedies.js';
import { texts } from './texts.js';

/** Something that can be filed, and who would settle it; nobody where there is no agency above. */
export interface OfferedRemedy {
  remedy: Remedy;
  agency: Agency | undefined;
}

interface RemediesPageProps {
  context: PageContext;
  application: Application;
  definition: ServiceDefinition;
  /** What was not filed yet. */
  offered: OfferedRemedy[];
  linked: Linked[];
  now: Date;
  /** Nothing was chosen. */
  missing?: boolean;
}

/** What can be filed about an application, until when and to whom; what it is too late for; what was filed. */
export function RemediesPage(props: RemediesPageProps) {
  const { context, application, definition, offered, linked, now, missing = false } = props;
  const { language } = context;
  const t = texts(language);
  const title = t(linkKindOf(application.code) === 'complaint' ? 'title-appeal' : 'title');
  const here = `/applications/${application.id}`;
  const options = offered.flatMap((one) => option(one, now, language));
  const ended = offered.filter(({ remedy }) => timeLeft(remedy, now) === 'no');
  return (
    <SitePage context={context} title={title} back={{ href: here, text: t('back') }} errors={missing}>
      {missing && <ErrorSummary errors={[{ text: t('choose'), href: '#what' }]} />}
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
        lead={options.length > 0 ? t('lead') : undefined}
      >
        {title}
      </PageHeading>
      <RefusedNotice context={context} />
      {ended.map(({ remedy, agency }) => (
        <Ended {...{ remedy, language }} agency={agency ? agencyName(agency, language) : ''} />
      ))}
      {options.length > 0 && (
        <form method="post" action={`${here}/remedies`} noValidate>
          <Radios
            name="what"
            legend={t('question')}
            options={options}
            error={missing ? t('choose') : undefined}
          />
          <Button preventDoubleClick>{t('continue')}</Button>
        </form>
      )}
      {offered.length + linked.length === 0 && (
        <EmptyState title={t('nothing')}>{t('nothing-help')}</EmptyState>
      )}
      <LinkedNote linked={linked} language={language} />
      <section>
        <h2>{t('court-title')}</h2>
        <p>{t('court')}</p>
      </section>
    </SitePage>
  );
}

function option({ remedy, agency }: OfferedRemedy, now: Date, language: Language) {
  const left = timeLeft(remedy, now);
  if (left === 'no' || !agency) return [];
  const t = texts(language);
  const remote = left === 'remote';
  const words = choiceWords(remedy, language);
  const day = (until: Date) => formatDate(language, lastDayOf(until));
  const who = t(`who-${remedy.kind}`, { agency: agencyName(agency, language) });
  const { until, remoteUntil } = remedy;
  return [
    {
      value: choiceName(remedy, remote),
      text: remote ? t('remote', { choice: words }) : words,
      hint:
        remote && until && remoteUntil
          ? t('until-remote', { ended: day(until), day: day(remoteUntil), who })
          : until
            ? t('until', { day: day(until), who })
            : t('no-limit', { who }),
    },
  ];
}

function Ended({ remedy, agency, language }: { remedy: Remedy; agency: string; language: Language }) {
  const t = texts(language);
  const until = remedy.remoteUntil ?? remedy.until;
  if (!until) return null;
  const day = formatDate(language, lastDayOf(until));
  return (
    <>
      <WarningText>{t('ended', { day, choice: choiceWords(remedy, language) })}</WarningText>
      <p>{t(remedy.kind === 'appeal' ? 'ended-appeal' : 'ended-complaint', { agency })}</p>
    </>
  );
}
