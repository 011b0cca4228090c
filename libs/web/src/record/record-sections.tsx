import { classNames } from '../components/class-names.js';
import { factsAndParts, type RecordEntry, type RecordSection } from './record.js';

interface RecordSectionsProps {
  sections: RecordSection[];
  /** What is said before the titles of sections that hold nothing. */
  nothingIn: string;
}

/** Letters that fit beside other facts; longer ones get a row of their own. */
const longest = 60;

/** What is held about a person, to read and to print; kinds of which nothing is held are named together at the end. */
export function RecordSections({ sections, nothingIn }: RecordSectionsProps) {
  const filled = sections.filter(({ entries }) => entries.length > 0);
  const empty = sections.filter(({ entries }) => entries.length === 0);
  return (
    <div class="record">
      {filled.map((section) => (
        <Section section={section} level={2} />
      ))}
      {empty.length > 0 ? (
        <p class="secondary">
          {nothingIn} {empty.map(({ title }) => title).join(' · ')}.
        </p>
      ) : null}
    </div>
  );
}

function Section({ section: { title, entries }, level }: { section: RecordSection; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const brief = entries.every((entry) => saidIn(entry).length === 1);
  return (
    <section>
      <Heading>{title}</Heading>
      <ul class={classNames('record__entries', brief && 'record__entries--brief')}>
        {entries.map((entry) => (
          <li>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry }: { entry: RecordEntry }) {
  const { parts } = factsAndParts(entry);
  return (
    <>
      <dl class="record__facts">
        {saidIn(entry).map(({ label, said }) => (
          <div class={said && said.length > longest ? 'record__long' : undefined}>
            <dt>{label}</dt>
            <dd class="written">{said}</dd>
          </div>
        ))}
      </dl>
      {parts
        .filter(({ entries }) => entries.length > 0)
        .map((part) => (
          <Section section={part} level={3} />
        ))}
    </>
  );
}

function saidIn(entry: RecordEntry) {
  return factsAndParts(entry).facts.filter(({ said }) => said);
}
