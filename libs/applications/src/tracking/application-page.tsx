import { deadlineRuleOf, type ServiceDefinition } from '#lib/catalogue';
import type { Answers } from '#lib/forms';
import type { PaymentOrder } from '#lib/payments';
import type { OfficeHours } from '#lib/calendar';
import { type Agency, agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  CodeText,
  Details,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
  StatusTag,
  SummaryList,
  WarningText,
} from '#lib/web';
import { allowedEvents, stateOf } from '#lib/workflow';
import { AnswerSummary } from '../application/answer-summary.js';
import type { Application } from '../application/application.entity.js';
import { DueNote } from '../application/due-note.js';
import { History } from '../application/history.js';
import type { ApplicationEvent } from '../application/read-events.js';
import type { Belonging } from '../children/part-view.js';
import { texts as childrenTexts } from '../children/texts.js';
import { PartsNote } from '../children/parts-note.js';
import { WholeNote } from '../children/whole-note.js';
import { type Conversation, ConversationLinks } from '../conversation/conversation-links.js';
import { PaymentNote } from '../payment/payment-note.js';
import { paymentOf, statedDong } from '../payment/read-payment.js';
import { citizenActs } from '../citizen-act/citizen-acts.js';
import { applicantActors } from '../relation/actors-of.js';
import { actedForLine } from '../representation/acted-for.js';
import { FiledForYou } from '../representation/filed-for-you.js';
import { representationOfCase } from '../representation/representation-in.js';
import { isRateable } from '../rating/rating.js';
import { texts as ratingTexts } from '../rating/texts.js';
import { AboutNote } from '../link/about-note.js';
import type { LinkedIn } from '../link/linked-in.js';
import { LinksNote } from '../link/links-note.js';
import { CorrectedNote } from '../result/corrected-note.js';
import { journeyOf } from './journey/journey.js';
import { JourneyNote } from './journey/journey-note.js';
import { decisionOf } from './decision-of.js';
import { texts } from './texts.js';

export interface ApplicationPageProps {
  context: PageContext;
  application: Application;
  definition: ServiceDefinition;
  agency: Agency;
  events: ApplicationEvent[];
  answers: Answers;
  /** Of the agency. */
  hours: OfficeHours;
  now: Date;
  conversation: Conversation;
  /** What is or was to be paid, and until when. */
  payments?: { orders: PaymentOrder[]; until: Date | undefined };
  /** What it is about, what was filed about it, and whether more can be. */
  links?: LinkedIn;
  /** What it is a part of, and its own parts. */
  belonging: Belonging;
  /** How long others of its kind stayed in each state at the agency. */
  stays?: ReadonlyMap<string, number>;
  /** What the reader did a moment ago. */
  justDone?: ApplicationEvent | undefined;
  /** Whether the reader filed it; if not it was filed for them, and they read. */
  mine: boolean;
}

/** Where an application stands: what is the case, until when, what to do, what happened, what was filed. */
export function ApplicationPage(props: ApplicationPageProps) {
  const { context, application, definition, agency, events, answers, now } = props;
  const { language } = context;
  const t = texts(language);
  const state = stateOf(definition.workflow, application.state);
  const { dueDong, paidDong } = paymentOf(
    props.payments?.orders ?? [],
    statedDong(definition, answers, application.filedAt),
  );
  const actors = applicantActors(application, { id: application.personId });
  const acts = props.mine
    ? allowedEvents(definition.workflow, application.state, actors).map(({ event }) => event)
    : [];
  const others = props.mine ? citizenActs(definition.workflow, application, actors) : [];
  const decision = decisionOf(events);
  const representation = representationOfCase(events);
  const atWork = props.belonging.parts.some(({ part }) => part.state === 'open');
  return (
    <SitePage
      context={context}
      title={state.label[language]}
      back={{ href: '/applications', text: t('list-title') }}
      flash={props.justDone && { kind: 'success', text: props.justDone.details.past[language] }}
    >
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
        lead={state.explains?.[language]}
      >
        {state.label[language]}
      </PageHeading>
      <RefusedNotice context={context} />
      <WholeNote of={props.belonging} language={language} />
      {!props.mine && <FiledForYou by={events[0]?.actor.name ?? ''} language={language} />}
      {props.mine && representation && <SummaryList rows={[actedForLine(language, representation)]} />}
      <AboutNote about={props.links?.about} href={props.links?.aboutHref} language={language} />
      {acts.includes('answer-supplement') && (
        <Button href={`/applications/${application.id}/supplement`}>{t('answer-supplement')}</Button>
      )}
      {others.length > 0 && (
        <ButtonGroup>
          {others.map(({ event, transition }) => (
            <Button href={`/applications/${application.id}/acts/${event}`}>
              {transition.label[language]}
            </Button>
          ))}
        </ButtonGroup>
      )}
      {decision?.outcome === 'refuse' && <WarningText>{t('refused')}</WarningText>}
      {decision && (
        <Button href={`/applications/${application.id}/result`}>
          {t(decision.outcome === 'refuse' ? 'see-decision' : 'see-result')}
        </Button>
      )}
      <CorrectedNote {...{ events, language }} here={`/applications/${application.id}/result`} />
      {props.mine && isRateable(application) && (
        <p>
          <a href={`/applications/${application.id}/rating`}>{ratingTexts(language)('link')}</a>
        </p>
      )}
      <PartsNote parts={props.belonging.parts} language={language} reader="citizen" />
      {props.payments && (
        <PaymentNote {...props.payments} {...{ agency, language }} number={application.number} />
      )}
      <DueNote
        application={application}
        rule={deadlineRuleOf(definition, application)}
        hours={props.hours}
        now={now}
        language={language}
        letterHref={`/applications/${application.id}/apology`}
      />
      {application.waitsFor !== 'nobody' && (
        <JourneyNote
          steps={journeyOf(definition.workflow, application.state, events, dueDong > paidDong)}
          stays={props.stays ?? new Map()}
          now={
            atWork && application.waitsFor === 'system'
              ? childrenTexts(language)('waits-parts')
              : t(`waits-${application.waitsFor}`, { agency: agencyName(agency, language) })
          }
          agency={agencyName(agency, language)}
          language={language}
        />
      )}
      <section>
        <h2>{t('what-happened')}</h2>
        <History
          events={events}
          definition={definition}
          agency={agency}
          language={language}
          reader="citizen"
        />
      </section>
      <ConversationLinks of={props.conversation} language={language} />
      {props.links && <LinksNote links={props.links} application={application} language={language} />}
      <section>
        <Details summary={t('what-you-filed')}>
          <AnswerSummary
            answered={application.filedAt}
            definition={definition}
            answers={answers}
            language={language}
            attachmentHref={(paper) => `/applications/${application.id}/attachments/${paper}`}
          />
        </Details>
        <p>
          <a href={`/applications/${application.id}/receipt`}>{t('receipt')}</a>
        </p>
        {acts.includes('withdraw') && (
          <p>
            <a href={`/applications/${application.id}/withdrawal`}>{t('withdraw')}</a>
          </p>
        )}
      </section>
      <p class="secondary">
        <StatusTag status={state.status}>{t('national-status', { status: state.status })}</StatusTag>
      </p>
    </SitePage>
  );
}
