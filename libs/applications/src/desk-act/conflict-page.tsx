import { agencyName } from '#lib/organisations';
import { newId, say } from '#lib/platform';
import { Button, ButtonGroup, CodeText, type PageContext, PageHeading, SitePage, StatusTag } from '#lib/web';
import { stateOf } from '#lib/workflow';
import { History } from '../application/history.js';
import { asksAlong } from '../act-form/act-form.js';
import type { CaseFile } from '../case-file/read-case.js';
import { ActFields } from './act-fields.js';
import type { FoundAct } from './find-act.js';
import { typedNeeds } from './needs/needs.js';
import { texts } from './texts.js';

interface ConflictPageProps {
  context: PageContext;
  /** As it is now. */
  file: CaseFile;
  act: FoundAct;
  /** The version the officer saw; undefined where they come by an old link. */
  seen: number | undefined;
  body: unknown;
}

/** Somebody was faster: what they did meanwhile, and what the officer typed, so that nothing is lost. */
export function ConflictPage({ context, file, act, seen, body }: ConflictPageProps) {
  const { application, revision, agency, events } = file;
  const { definition } = revision;
  const { language } = context;
  const t = texts(language);
  const caseHref = `/applications/${application.id}`;
  const state = stateOf(definition.workflow, application.state);
  const meanwhile = seen === undefined ? events.slice(-1) : events.filter(({ sequence }) => sequence > seen);
  const { transition } = act;
  const typedSomething = body !== undefined && (typedNeeds(transition).length > 0 || asksAlong(transition));
  return (
    <SitePage
      context={context}
      title={`${t('conflict-title')} · ${application.number}`}
      place={agencyName(agency, language)}
      back={{ href: caseHref, text: t('back') }}
    >
      <PageHeading
        caption={
          <>
            {say(definition.title, language)} · <CodeText>{application.number}</CodeText>
          </>
        }
        lead={t(seen === undefined ? 'conflict-lead-not-now' : 'conflict-lead', {
          act: act.transition.label[language],
        })}
      >
        {t('conflict-title')}
      </PageHeading>
      <p>
        {t('conflict-now')} <StatusTag status={state.status}>{state.label[language]}</StatusTag>
      </p>
      {meanwhile.length > 0 ? (
        <>
          <h2>{t('conflict-meanwhile')}</h2>
          <History
            events={meanwhile}
            definition={definition}
            agency={agency}
            language={language}
            reader="officer"
          />
        </>
      ) : null}
      <Button href={caseHref}>{t('conflict-open')}</Button>
      {typedSomething ? <Typed file={file} act={act} body={body} language={language} /> : null}
    </SitePage>
  );
}

/** What was typed: to be sent again where the act is still open, else to be copied. */
function Typed({
  file,
  act,
  body,
  language,
}: Pick<ConflictPageProps, 'file' | 'act' | 'body'> & { language: PageContext['language'] }) {
  const t = texts(language);
  const { application } = file;
  const fields = (
    <ActFields file={file} transition={act.transition} body={body} errors={[]} language={language} />
  );
  return (
    <section>
      <h2>{t('conflict-typed')}</h2>
      <p>{t(act.open === 'to-them' ? 'conflict-typed-again' : 'conflict-typed-kept')}</p>
      {act.open === 'to-them' ? (
        <form
          method="post"
          action={`/applications/${application.id}/acts/${act.event}`}
          enctype={act.transition.attachments && 'multipart/form-data'}
          noValidate
        >
          <input type="hidden" name="version" value={application.version} />
          <input type="hidden" name="key" value={newId()} />
          {fields}
          <ButtonGroup>
            <Button kind="secondary" preventDoubleClick>
              {act.transition.label[language]}
            </Button>
          </ButtonGroup>
        </form>
      ) : (
        fields
      )}
    </section>
  );
}
