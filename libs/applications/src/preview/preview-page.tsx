import { shortTitle } from '#lib/catalogue';
import type { ServiceDefinition } from '#lib/catalogue';
import {
  type Answers,
  type FieldError,
  innerFields,
  type PageDefinition,
  type Typed,
  visibleAnswers,
  visibleFields,
} from '#lib/forms';
import { say } from '#lib/platform';
import { Button, Details, ErrorSummary, type PageContext, PageHeading, SitePage } from '#lib/web';
import { hasButtons } from '../draft/fields/islands-of.js';
import { errorLinks, PageFields } from '../draft/page-fields.js';
import { texts } from '../draft/texts.js';
import { PaperUpload } from '../paper/paper-upload.js';

interface PreviewPageProps {
  context: PageContext;
  definition: ServiceDefinition;
  page: PageDefinition;
  answers: Answers;
  errors: FieldError[];
  typed: Typed;
  /** Where it is sent. */
  action: string;
}

/** A page of a form that nobody has to fill in. */
export function PreviewPage({ context, definition, page, answers, errors, typed, action }: PreviewPageProps) {
  const { language } = context;
  const { form, title } = definition;
  const t = texts(language);
  const drawn = {
    form,
    content: { answers, typed: { [page.id]: typed }, done: [] },
    draft: { id: 'preview', sources: {} },
  };
  const fields = visibleFields(page, visibleAnswers(form, answers));
  const links = errorLinks(drawn, page, errors, language);
  return (
    <SitePage
      context={context}
      title={say(page.title, language)}
      errors={links.length > 0}
      back={{ href: '#' }}
    >
      {links.length > 0 && <ErrorSummary errors={links} />}
      <PageHeading
        caption={shortTitle(say(page.section ?? title, language))}
        lead={page.hint && say(page.hint, language)}
      >
        {say(page.title, language)}
      </PageHeading>
      <form id="answers" method="post" action={action} novalidate>
        <input type="hidden" name="preview-answers" value={JSON.stringify(answers)} />
        {hasButtons(page) && (
          <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />
        )}
        <PageFields opened={drawn} page={page} fields={fields} errors={errors} language={language} />
      </form>
      {fields.map((field) =>
        field.type === 'file' ? (
          <PaperUpload
            action="#"
            query=""
            field={field}
            papers={[]}
            error={undefined}
            language={language}
            when={() => ''}
          />
        ) : field.type === 'repeat' ? (
          <Details summary={say(field.item, language)} open>
            <PageFields
              opened={drawn}
              page={{ ...page, fields: innerFields(field) }}
              fields={innerFields(field).filter(({ when }) => !when)}
              errors={[]}
              language={language}
            />
          </Details>
        ) : null,
      )}
      <Button preventDoubleClick attributes={{ form: 'answers' }}>
        {t('continue')}
      </Button>
    </SitePage>
  );
}
