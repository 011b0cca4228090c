import { shortTitle } from '#lib/catalogue';
import {
  Button,
  CodeText,
  type PageContext,
  PageHeading,
  Select,
  type SelectOption,
  SitePage,
} from '#lib/web';
import { ChangesInWords } from './changes-in-words.js';
import { type ComparedText, compared } from './compared.js';
import { LinesSideBySide } from './lines-side-by-side.js';
import { texts } from './texts.js';

interface ComparisonPageProps {
  context: PageContext;
  code: string;
  title: string;
  /** What can be laid side by side, and what is. */
  options: SelectOption[];
  chosen: { was: string; is: string };
  was: ComparedText;
  is: ComparedText;
}

/** Two revisions of a procedure, or a draft and one of them: in words, and side by side. */
export function ComparisonPage(props: ComparisonPageProps) {
  const { context, code, title, options, chosen, was, is } = props;
  const { language } = context;
  const t = texts(language);
  const comparison = compared(was, is);
  return (
    <SitePage
      context={context}
      title={`${t('title')}: ${shortTitle(title)}`}
      layout="wide"
      back={{ href: `/design/procedures/${code}`, text: shortTitle(title) }}
    >
      <PageHeading
        caption={
          <>
            {shortTitle(title)} · <CodeText>{code}</CodeText>
          </>
        }
      >
        {t('heading', { was: was.name, is: is.name })}
      </PageHeading>
      <form class="filter-form" method="get" action={`/design/procedures/${code}/comparison`}>
        <Select name="was" label={t('was')} options={options} value={chosen.was} />
        <Select name="is" label={t('is')} options={options} value={chosen.is} />
        <div class="filter-form__actions">
          <Button kind="secondary">{t('compare')}</Button>
        </div>
      </form>
      <h2>{t('in-words')}</h2>
      <ChangesInWords comparison={comparison} language={language} />
      <h2>{t('lines')}</h2>
      <LinesSideBySide lines={comparison.lines} names={{ was: was.name, is: is.name }} language={language} />
    </SitePage>
  );
}
