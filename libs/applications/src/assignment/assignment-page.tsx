import { agencyName } from '#lib/organisations';
import { newId, type RefusalWords, say } from '#lib/platform';
import {
  Button,
  CodeText,
  EmptyState,
  ErrorSummary,
  type PageContext,
  PageHeading,
  Select,
  SitePage,
  Textarea,
  textIn,
} from '#lib/web';
import type { CaseFile } from '../case-file/read-case.js';
import { AssignedTo } from './assigned-to.js';
import type { AssignmentRoom } from './read-assignment-room.js';
import type { AssignmentAct, AssignmentError } from './read-assignment-form.js';
import { texts } from './texts.js';

interface AssignmentPageProps {
  context: PageContext;
  file: CaseFile;
  room: AssignmentRoom;
  body?: unknown;
  errors?: AssignmentError[];
  /** Why it was refused. */
  words?: RefusalWords | undefined;
}

/** The page on which officers say whose an application is: take it on, give it back, give it to somebody. */
export function AssignmentPage({ context, file, room, body, errors = [], words }: AssignmentPageProps) {
  const { application, revision, agency } = file;
  const { language } = context;
  const t = texts(language);
  const caseHref = `/applications/${application.id}`;
  const others = room.assignment.officer !== undefined;
  const said = (id: string) => {
    const error = errors.find((each) => each.id === id);
    return error && t(error.code);
  };
  const typed = (act: AssignmentAct) => (textIn(body, 'act') === act ? textIn(body, 'reason') : '');
  const nothing = !room.mayTakeOver && !room.mayGiveBack && room.officers.length === 0;
  return (
    <SitePage
      context={context}
      title={`${t('title')} · ${application.number}`}
      errors={errors.length > 0 || words !== undefined}
      place={agencyName(agency, language)}
      back={{ href: caseHref, text: t('back') }}
    >
      {errors.length > 0 ? (
        <ErrorSummary errors={errors.map(({ id, code }) => ({ text: t(code), href: `#${id}` }))} />
      ) : null}
      {words ? <ErrorSummary errors={[{ text: `${words.title}. ${words.help}`, href: '#officer' }]} /> : null}
      <PageHeading
        caption={
          <>
            {say(revision.definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
      >
        {t('title')}
      </PageHeading>
      <p>
        {t('works-on-it')}: <AssignedTo assignment={room.assignment} language={language} />
      </p>
      {nothing ? <EmptyState title={t('nothing')}>{t('nothing-text')}</EmptyState> : null}
      {room.mayTakeOver ? (
        <ActForm file={file} act="take-over">
          <h2>{t('take-over')}</h2>
          {others ? (
            <Textarea
              name="reason"
              label={t('reason')}
              hint={t('take-over-reason-hint')}
              value={typed('take-over')}
              error={said('reason')}
            />
          ) : null}
          <Button preventDoubleClick>{t('take-over-button')}</Button>
        </ActForm>
      ) : null}
      {room.mayGiveBack ? (
        <ActForm file={file} act="give-back">
          <h2>{t('give-back')}</h2>
          <Textarea
            name="reason"
            id="reason-back"
            label={t('reason')}
            hint={t('give-back-reason-hint')}
            value={typed('give-back')}
            error={said('reason-back')}
          />
          <Button kind="secondary" preventDoubleClick>
            {t('give-back-button')}
          </Button>
        </ActForm>
      ) : null}
      {room.officers.length > 0 ? (
        <ActForm file={file} act="assign">
          <h2>{t('assign')}</h2>
          <Select
            name="officer"
            label={t('officer')}
            hint={t('officer-hint')}
            value={textIn(body, 'officer')}
            options={[
              { value: '', text: t('choose') },
              ...room.officers.map(({ id, fullName, open, away, standIn }) => ({
                value: id,
                text: [
                  t('officer-open', { name: fullName, count: open }),
                  ...(away ? [standIn ? t('away-standing-in', { name: standIn }) : t('away')] : []),
                ].join(' · '),
              })),
            ]}
            error={said('officer')}
          />
          <Button preventDoubleClick>{t('assign-button')}</Button>
        </ActForm>
      ) : null}
    </SitePage>
  );
}

function ActForm(props: { file: CaseFile; act: AssignmentAct; children: preact.ComponentChildren }) {
  const { application } = props.file;
  return (
    <form method="post" action={`/applications/${application.id}/assignment`} noValidate>
      <input type="hidden" name="act" value={props.act} />
      <input type="hidden" name="version" value={application.version} />
      <input type="hidden" name="key" value={newId()} />
      {props.children}
    </form>
  );
}
