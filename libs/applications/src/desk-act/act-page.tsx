import { agencyName } from '#lib/organisations';
import { newId, say } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  CodeText,
  ErrorSummary,
  type PageContext,
  PageHeading,
  SitePage,
} from '#lib/web';
import type { CaseFile } from '../case-file/read-case.js';
import { ActFields } from './act-fields.js';
import type { FoundAct } from './find-act.js';
import { type AnyError, sentenceOf } from './needs/need-part.js';
import { texts } from './texts.js';

export interface ActPageProps {
  context: PageContext;
  file: CaseFile;
  act: FoundAct;
  /** What was posted, where something in it has to be mended. */
  body?: unknown;
  errors?: AnyError[];
}

/** The page on which an officer performs one act: what it needs, and the button. */
export function ActPage({ context, file, act, body, errors = [] }: ActPageProps) {
  const { application, revision, agency, applicant } = file;
  const { language } = context;
  const t = texts(language);
  const title = act.transition.label[language];
  const caseHref = `/applications/${application.id}`;
  return (
    <SitePage
      context={context}
      title={`${title} · ${application.number}`}
      errors={errors.length > 0}
      place={agencyName(agency, language)}
      back={{ href: caseHref, text: t('back') }}
    >
      {errors.length > 0 ? (
        <ErrorSummary
          errors={errors.map((error) => ({ text: sentenceOf(error, language), href: `#${error.id}` }))}
        />
      ) : null}
      <PageHeading
        caption={
          <>
            {say(revision.definition.title, language)} · <CodeText>{application.number}</CodeText> ·{' '}
            {applicant}
          </>
        }
      >
        {title}
      </PageHeading>
      <form
        method="post"
        action={`${caseHref}/acts/${act.event}`}
        enctype={act.transition.attachments && 'multipart/form-data'}
        noValidate
      >
        <input type="hidden" name="version" value={application.version} />
        <input type="hidden" name="key" value={newId()} />
        <ActFields file={file} transition={act.transition} body={body} errors={errors} language={language} />
        <ButtonGroup>
          <Button preventDoubleClick>
            {act.transition.needs?.includes('passkey') ? t('go-on-to-sign') : title}
          </Button>
          <a class="govuk-link" href={caseHref}>
            {t('not-now')}
          </a>
        </ButtonGroup>
      </form>
    </SitePage>
  );
}
