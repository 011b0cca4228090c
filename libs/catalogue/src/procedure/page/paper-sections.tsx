import type { Language } from '#lib/platform';
import { Details, Table } from '#lib/web';
import type { Paper } from '../../import/procedure-facts.js';
import { quantityWords } from './quantity-words.js';
import { texts } from './texts.js';

interface PaperSectionsProps {
  language: Language;
  papers: Paper[];
  /** Where the papers differ by case: the cases. Then a person reads only their own. */
  cases: string[];
}

/** The papers as the national catalogue lists them, by group or by case. */
export function PaperSections({ language, papers, cases }: PaperSectionsProps) {
  const t = texts(language);
  const groups = groupsOf(papers);
  const shortened = papers.some(({ name }) => name.endsWith('…'));
  return (
    <section>
      <h2>{t('papers')}</h2>
      {papers.length === 0 ? <p>{t('papers-none')}</p> : null}
      {cases.length > 0 ? <p>{t('papers-by-case')}</p> : null}
      {groups.map(({ name, papers: own }) => (
        <PaperGroup
          language={language}
          name={name ?? (groups.length > 1 ? t('papers-other') : undefined)}
          papers={own}
          folded={name !== undefined && cases.includes(name)}
        />
      ))}
      {shortened ? <p class="secondary">{t('papers-shortened')}</p> : null}
    </section>
  );
}

interface Group {
  name: string | undefined;
  papers: Paper[];
}

/** In the order they are listed, numbered ones by number; those of no group last. */
function groupsOf(papers: Paper[]): Group[] {
  const groups = new Map<string | undefined, Paper[]>();
  for (const paper of papers) groups.set(paper.case, [...(groups.get(paper.case) ?? []), paper]);
  const numbered = [...groups.keys()].every((name) => name === undefined || /^\W?\d/.test(name));
  const byNumber = new Intl.Collator('vi', { numeric: true });
  return [...groups]
    .map(([name, own]) => ({ name, papers: own }))
    .toSorted((a, b) => (numbered ? byNumber.compare(a.name ?? '', b.name ?? '') : 0))
    .toSorted((a, b) => Number(a.name === undefined) - Number(b.name === undefined));
}

interface PaperGroupProps {
  language: Language;
  name: string | undefined;
  papers: Paper[];
  folded: boolean;
}

function PaperGroup({ language, name, papers, folded }: PaperGroupProps) {
  const t = texts(language);
  const lang = language === 'vi' ? undefined : 'vi';
  const table = (
    <Table
      head={[t('paper'), t('quantity')]}
      rows={papers.map((paper) => [
        {
          content: (
            <>
              <span lang={lang}>{paper.name}</span>
              {paper.forms?.length ? (
                <span class="facts__note">{t('paper-form', { forms: paper.forms.join(', ') })}</span>
              ) : null}
            </>
          ),
        },
        quantityWords(language, paper),
      ])}
    />
  );
  if (folded) return <Details summary={<span lang={lang}>{name}</span>}>{table}</Details>;
  return (
    <>
      {name ? <h3 lang={name === t('papers-other') ? undefined : lang}>{name}</h3> : null}
      {table}
    </>
  );
}
