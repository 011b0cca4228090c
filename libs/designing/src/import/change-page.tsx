import {
  changeWords as revisionWords,
  factLines,
  type RowPart,
  rowPartNames,
  shortTitle,
} from '#lib/catalogue';
import type { Language } from '#lib/platform';
import { Button, ButtonGroup, CodeText, InsetText, type PageContext, PageHeading, SitePage } from '#lib/web';
import { flagWords } from '../quality/flag-words.js';
import { linesCompared } from './lines-compared.js';
import type { SeenChange } from './read-change.js';
import { texts } from './texts.js';

/** One change: what stands beside what the export says, part by part. */
export function ChangePage({ context, seen }: { context: PageContext; seen: SeenChange }) {
  const { language } = context;
  const t = texts(language);
  const { change, standing, revision = [], hasOwnDefinition } = seen;
  const parts = standing ? change.parts : rowPartNames;
  return (
    <SitePage
      context={context}
      title={shortTitle(change.title)}
      layout="wide"
      back={{ href: '/design/import', text: t('back-list') }}
    >
      <PageHeading caption={<CodeText>{change.code}</CodeText>}>{shortTitle(change.title)}</PageHeading>
      {standing ? (
        <p>
          <a href={`/design/procedures/${change.code}`}>{t('open-procedure')}</a>
        </p>
      ) : (
        <InsetText>{t('new-here')}</InsetText>
      )}
      {hasOwnDefinition ? <InsetText>{t('own-definition')}</InsetText> : null}
      {revision.length > 0 ? (
        <>
          <h2>{t('revision')}</h2>
          <ul>
            {revision.map((each) => (
              <li>{revisionWords(each, language)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {parts.map((part) => (
        <Part {...{ part, seen, language }} />
      ))}
      {change.outcome ? (
        <InsetText>{t('decided')}</InsetText>
      ) : (
        <form method="post" action="/design/import/decisions">
          <input type="hidden" name="change" value={change.id} />
          <ButtonGroup>
            <Button name="outcome" value="accepted" preventDoubleClick>
              {t('accept-one')}
            </Button>
            <Button kind="secondary" name="outcome" value="dismissed" preventDoubleClick>
              {t('dismiss-one')}
            </Button>
          </ButtonGroup>
        </form>
      )}
    </SitePage>
  );
}

function Part({ part, seen, language }: { part: RowPart; seen: SeenChange; language: Language }) {
  const t = texts(language);
  const { standing, change } = seen;
  const linesOf = ({ facts, flags }: Pick<SeenChange['change'], 'facts' | 'flags'>) =>
    part === 'doubts'
      ? [...new Set(flags.map(({ code }) => flagWords(code, language)))]
      : factLines(facts, part, language);
  const after = linesOf(change);
  if (!standing && after.length === 0) return null;
  const lines = linesCompared(standing ? linesOf(standing) : [], after);
  return (
    <section>
      <h2 class="govuk-heading-m compared-part">{t(`part-${part}`)}</h2>
      <div class="side-by-side">
        {standing ? <Side title={t('before')} lines={lines.before} nothing={t('nothing-said')} /> : null}
        <Side title={t('after')} lines={lines.after} nothing={t('nothing-said')} />
      </div>
    </section>
  );
}

interface SideProps {
  title: string;
  lines: { text: string; differs: boolean }[];
  nothing: string;
}

function Side({ title, lines, nothing }: SideProps) {
  return (
    <div>
      <h3>{title}</h3>
      {lines.length === 0 ? <p class="secondary">{nothing}</p> : null}
      <ul lang="vi">
        {lines.map(({ text, differs }) => (
          <li>{differs ? <mark>{text}</mark> : text}</li>
        ))}
      </ul>
    </div>
  );
}
