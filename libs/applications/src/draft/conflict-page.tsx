import { type Answers, displayAnswer, inputsOf, type PageDefinition, type Typed } from '#lib/forms';
import { canonicalForm, say, startBig } from '#lib/platform';
import { Button, ButtonGroup, type PageContext, PageHeading, SitePage, Table } from '#lib/web';
import { placeNames } from './form-context.js';
import type { OpenDraft } from './open-draft.js';
import { pageState } from './page-state.js';
import { texts } from './texts.js';

interface ConflictPageProps {
  context: PageContext;
  opened: OpenDraft;
  page: PageDefinition;
  posted: { typed: Typed; answers: Answers };
  /** Address of the page, to save to again. */
  address: string;
}

/** Somebody saved the page from elsewhere meanwhile: shows both and lets the citizen choose. */
export function ConflictPage({ context, opened, page, posted, address }: ConflictPageProps) {
  const { form, content } = opened;
  const { language } = context;
  const t = texts(language);
  const show = (answers: Answers, id: string) => {
    const field = page.fields.find((each) => each.id === id);
    return field ? displayAnswer(language, form, field, answers[id], placeNames(language)) : '';
  };
  const different = page.fields.filter(
    (field) =>
      inputsOf(field).length > 0 &&
      canonicalForm(content.answers[field.id] ?? null) !== canonicalForm(posted.answers[field.id] ?? null),
  );
  return (
    <SitePage context={{ ...context, path: address }} title={t('conflict-title')}>
      <PageHeading caption={say(page.title, language)} lead={t('conflict-lead')}>
        {t('conflict-title')}
      </PageHeading>
      <Table
        caption={t('conflict-caption')}
        captionSize="m"
        firstCellIsHeader
        head={[t('conflict-question'), t('conflict-saved'), t('conflict-mine')]}
        rows={different.map(({ id, label }) => [
          startBig(say(label, language)),
          show(content.answers, id),
          show(posted.answers, id),
        ])}
      />
      <form method="post" action={address}>
        <input type="hidden" name="seen" value={pageState(page, content)} />
        {Object.entries(posted.typed).flatMap(([name, values]) =>
          [values].flat().map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <ButtonGroup>
          <Button preventDoubleClick>{t('conflict-save-mine')}</Button>
          <Button kind="secondary" href={address}>
            {t('conflict-keep-saved')}
          </Button>
        </ButtonGroup>
      </form>
    </SitePage>
  );
}
