import { deadlineRuleOf } from '#lib/catalogue';
import { formatDateTime, type OfficeHours } from '#lib/calendar';
import { agencyName } from '#lib/organisations';
import { say } from '#lib/platform';
import { CodeText, Columns, Facts, type PageContext, PageHeading, type Principal, SitePage } from '#lib/web';
import { stateOf } from '#lib/workflow';
import { History } from '../application/history.js';
import type { ApplicationEvent } from '../application/read-events.js';
import type { Belonging } from '../children/part-view.js';
import { PartsNote } from '../children/parts-note.js';
import { WholeNote } from '../children/whole-note.js';
import { type Conversation, ConversationLinks } from '../conversation/conversation-links.js';
import { type ConsultedAgency, ConsultationNote } from '../consultation/consultation-note.js';
import type { About } from '../link/about.js';
import { AboutNote } from '../link/about-note.js';
import { type Linked, LinkedNote } from '../link/linked-note.js';
import { actedForLine } from '../representation/acted-for.js';
import { representationOfCase } from '../representation/representation-in.js';
import { ClockActs } from '../deadline/clock-acts-links.js';
import { texts as workflowTexts } from '../case-workflow/texts.js';
import { dueWords, isLate } from '../queue/due-words.js';
import { AssignedTo } from '../assignment/assigned-to.js';
import type { Assignment } from '../assignment/assignment-of.js';
import { texts as assignmentTexts } from '../assignment/texts.js';
import { Acts } from './acts.js';
import { CaseAnswers } from './case-answers.js';
import type { Integrity } from './check-integrity.js';
import { ClockNote } from './clock-note.js';
import { HandlingLinks } from './handling-links.js';
import { IntegrityBroken, IntegrityNote } from './integrity-note.js';
import { ProposalNote } from './proposal-note.js';
import type { CaseFile } from './read-case.js';
import { texts } from './texts.js';

interface CaseFilePageProps {
  context: PageContext;
  file: CaseFile;
  reader: Principal;
  integrity: Integrity;
  conversation: Conversation;
  assignment: Assignment;
  /** Whether the reader can say whose it is. */
  assignable: boolean;
  /** Of the agency. */
  hours: OfficeHours;
  /** What it is about, where it is about another application. */
  about: About | undefined;
  /** What was filed about it. */
  linked: Linked[];
  /** Whom the agency asked, and what came of it. */
  consulted: ConsultedAgency[];
  /** What it is a part of, and its own parts. */
  belonging: Belonging;
  now: Date;
  /** What the reader did a moment ago. */
  justDone: ApplicationEvent | undefined;
}

/** A case file: what is the case, what the reader can do, what was filed, what happened. */
export function CaseFilePage(props: CaseFilePageProps) {
  const { context, file, integrity, now, justDone } = props;
  const { application, revision, agency, events, applicant } = file;
  const { definition } = revision;
  const { language } = context;
  const t = texts(language);
  const state = stateOf(definition.workflow, application.state);
  const due = dueWords(language, application, now);
  const representation = representationOfCase(events);
  const actedFor = representation && actedForLine(language, representation);
  return (
    <SitePage
      context={context}
      title={`${state.label[language]} · ${application.number}`}
      layout="wide"
      place={agencyName(agency, language)}
      back={{ href: '/', text: t('back') }}
      flash={justDone && { kind: 'success', text: justDone.details.past[language] }}
    >
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
      >
        {state.label[language]}
      </PageHeading>
      <IntegrityBroken integrity={integrity} language={language} />
      <Columns
        aside={
          <>
            <ClockNote
              application={application}
              rule={deadlineRuleOf(definition, application)}
              hours={props.hours}
              now={now}
              language={language}
            />
            <ClockActs file={file} now={now} language={language} />
            <h2>{t('history')}</h2>
            <p>
              <a href={`/applications/${application.id}/workflow`}>{workflowTexts(language)('link')}</a>
            </p>
            <History
              events={events}
              definition={definition}
              agency={agency}
              language={language}
              reader="officer"
            />
            <IntegrityNote integrity={integrity} events={events} language={language} />
          </>
        }
      >
        <Facts
          facts={[
            { term: t('applicant'), value: applicant },
            ...(actedFor ? [{ term: actedFor.key, value: actedFor.value }] : []),
            { term: t('filed'), value: formatDateTime(language, application.filedAt) },
            ...(integrity.code
              ? [{ term: t('confirmed'), value: t('confirmed-by-code', { phone: integrity.code.phone }) }]
              : []),
            {
              term: assignmentTexts(language)('works-on-it'),
              value: <AssignedTo assignment={props.assignment} language={language} />,
            },
            { term: t('due'), value: isLate(application, now) ? <span class="late">{due}</span> : due },
          ]}
        />
        <AboutNote
          about={props.about}
          href={`/applications/${application.id}/original`}
          language={language}
        />
        <WholeNote of={props.belonging} language={language} />
        <PartsNote parts={props.belonging.parts} language={language} reader="officer" />
        <ConsultationNote consulted={props.consulted} now={now} language={language} />
        <ProposalNote file={file} language={language} />
        <Acts file={file} language={language} />
        <ConversationLinks of={props.conversation} language={language} />
        <HandlingLinks file={file} reader={props.reader} assignable={props.assignable} language={language} />
        <LinkedNote linked={props.linked} language={language} />
        <h2>{t('answers')}</h2>
        <CaseAnswers file={file} language={language} />
      </Columns>
    </SitePage>
  );
}
