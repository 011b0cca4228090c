import type { RevisionStanding } from '#lib/catalogue';
import type { SectionStanding } from '#lib/forms';
import { type Language, say } from '#lib/platform';
import { type PageContext, PageHeading, RefusedNotice, SitePage, type Task, TaskList } from '#lib/web';
import { WritingFor } from '../../representation/writing-for.js';
import { RevisionNotice } from '../../revision/revision-notice.js';
import { beforeDraft } from '../before-draft.js';
import { pageAddress } from '../page-address.js';
import type { DraftReading } from '../read-draft.js';
import { shortTitle } from '../short-title.js';
import { texts } from '../texts.js';
import { draftSections } from './draft-sections.js';

interface SectionsPageProps {
  context: PageContext;
  reading: DraftReading;
  /** What has become of the revision it follows. */
  standing: RevisionStanding | undefined;
  /** When it was last saved, in words. */
  savedAt: string | undefined;
}

/** The sections of a long form, how far each is, and the last look once all are complete. */
export function SectionsPage({ context, reading, standing, savedAt }: SectionsPageProps) {
  const { draft, revision } = reading;
  const { language } = context;
  const t = texts(language);
  const standings = draftSections(reading);
  const done = standings.filter(({ state }) => state === 'complete').length;
  return (
    <SitePage context={context} title={t('sections-title')} back={beforeDraft(reading, language)}>
      <PageHeading
        caption={shortTitle(say(revision.definition.title, language))}
        lead={t('sections-lead', { done, count: standings.length })}
      >
        {t('sections-title')}
      </PageHeading>
      <RefusedNotice context={context} />
      <WritingFor
        draft={draft}
        mandate={reading.mandate}
        isOver={reading.mandateIsOver}
        language={language}
      />
      {standing && <RevisionNotice draft={draft} standing={standing} language={language} />}
      <TaskList
        tasks={[
          ...standings.map((each) => sectionTask(draft.id, each, language)),
          lastLook(draft.id, done === standings.length, language),
        ]}
      />
      {savedAt && <p class="secondary">{t('saved-at', { time: savedAt })}</p>}
      <p>
        <a href={`/drafts/${draft.id}/removal`}>{t('check-discard')}</a>
      </p>
    </SitePage>
  );
}

const tags = { 'not-started': 'plain', begun: 'blue', complete: undefined } as const;

function sectionTask(draftId: string, standing: SectionStanding, language: Language): Task {
  const t = texts(language);
  const title = say(standing.section.title, language);
  const text = t(`section-${standing.state}`);
  if (standing.state !== 'blocked')
    return {
      title,
      href: pageAddress(draftId, standing.page.id, 'next'),
      status: { text, tag: tags[standing.state] },
    };
  const names = standing.after.map((section) => `“${say(section.title, language)}”`);
  const sections = new Intl.ListFormat(language).format(names);
  return { title, hint: t('section-after', { sections }), status: { text, cannotStartYet: true } };
}

function lastLook(draftId: string, open: boolean, language: Language): Task {
  const t = texts(language);
  const title = t('check-title');
  return open
    ? { title, href: `/drafts/${draftId}/check`, status: { text: t('check-open'), tag: 'green' } }
    : { title, hint: t('check-after'), status: { text: t('check-blocked'), cannotStartYet: true } };
}
