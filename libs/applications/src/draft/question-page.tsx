import {
  type FieldDefinition,
  type FieldError,
  type PageDefinition,
  visibleAnswers,
  visibleFields,
} from '#lib/forms';
import { say } from '#lib/platform';
import { Button, ErrorSummary, NotificationBanner, type PageContext, PageHeading, SitePage } from '#lib/web';
import { PapersOfPage, type ShownPaper } from '../paper/papers-of-page.js';
import { WritingFor } from '../representation/writing-for.js';
import type { RevisionStanding } from '#lib/catalogue';
import { RevisionNotice } from '../revision/revision-notice.js';
import { hasButtons, islandsOf } from './fields/islands-of.js';
import { KnownFromRegister } from './known-from-register.js';
import { KnownIdentity } from './known-identity.js';
import type { OpenDraft } from './open-draft.js';
import { pageAddress, type ReturnTo } from './page-address.js';
import { errorLinks, PageFields } from './page-fields.js';
import { pageState } from './page-state.js';
import { shortTitle } from './short-title.js';
import { texts } from './texts.js';

export interface QuestionPageProps {
  context: PageContext;
  opened: OpenDraft;
  page: PageDefinition;
  /** Address of the page before this one. */
  back: { href: string; text?: string };
  /** Comes after saving: the next page, or the last look. */
  returnTo: ReturnTo;
  errors: FieldError[];
  /** A file that was refused, in words. */
  paperError?: { field: string; text: string } | undefined;
  papers: ShownPaper[];
  /** Fields that are shown and not asked. */
  fixed: FieldDefinition[];
  registerAway: boolean;
  /** What has become of the revision it follows. */
  standing: RevisionStanding | undefined;
  /** In words, in the language of the page. */
  when: (instant: Date) => string;
}

/** One page of a form. */
export function QuestionPage(props: QuestionPageProps) {
  const { context, opened, page, back, errors, paperError, returnTo, fixed } = props;
  const { language } = context;
  const { draft, form, content, revision } = opened;
  const t = texts(language);
  const title = say(page.title, language);
  const fields = visibleFields(page, visibleAnswers(form, content.answers)).filter(
    (field) => !fixed.includes(field),
  );
  const hasPapers = fields.some(({ type }) => type === 'file');
  const address = pageAddress(draft.id, page.id, returnTo);
  const links = [
    ...errorLinks(opened, page, errors, language, returnTo),
    ...(paperError ? [{ text: paperError.text, href: `#${paperError.field}` }] : []),
  ];
  const submit = (
    <Button preventDoubleClick attributes={{ form: 'answers' }}>
      {t('continue')}
    </Button>
  );
  return (
    <SitePage context={context} title={title} back={back} errors={links.length > 0} islands={islandsOf(page)}>
      {links.length > 0 && <ErrorSummary errors={links} />}
      <PageHeading
        caption={shortTitle(say(page.section ?? revision.definition.title, language))}
        lead={page.hint && say(page.hint, language)}
      >
        {title}
      </PageHeading>
      <WritingFor draft={draft} mandate={opened.mandate} isOver={opened.mandateIsOver} language={language} />
      {props.standing && <RevisionNotice draft={draft} standing={props.standing} language={language} />}
      {props.registerAway && (
        <NotificationBanner title={t('register-away-title')} text={t('register-away-text')} />
      )}
      <KnownIdentity opened={opened} fields={fixed} language={language} when={props.when} />
      <KnownFromRegister opened={opened} fields={fields} language={language} when={props.when} />
      <form id="answers" method="post" action={address} novalidate>
        <input type="hidden" name="seen" value={pageState(page, content)} />
        {(hasPapers || hasButtons(page)) && (
          // What Enter presses: the first button of a form, which must not be one that shows communes, adds rows or sends files.
          <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />
        )}
        <PageFields
          opened={opened}
          page={page}
          fields={fields}
          errors={errors}
          language={language}
          returnTo={returnTo}
        />
        {!hasPapers && submit}
      </form>
      {hasPapers && (
        <PapersOfPage
          opened={opened}
          fields={fields}
          papers={props.papers}
          errors={errors}
          refused={paperError}
          returnTo={returnTo}
          language={language}
          when={props.when}
        />
      )}
      {hasPapers && submit}
      <p class="secondary">
        {draft.savedAt > draft.createdAt
          ? t('saved-at', { time: props.when(draft.savedAt) })
          : t('saved-never')}
      </p>
    </SitePage>
  );
}
