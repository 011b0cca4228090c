import { formatDateTime } from '#lib/calendar';
import { agencyName } from '#lib/organisations';
import { type Language, say } from '#lib/platform';
import { CodeText, type Content, StatusTag, SummaryList, Tag, type TagColour } from '#lib/web';
import { stateOf } from '#lib/workflow';
import type { PartState } from './read-parts.js';
import type { PartView } from './part-view.js';
import { texts } from './texts.js';

interface PartsNoteProps {
  parts: PartView[];
  language: Language;
  reader: 'citizen' | 'officer';
}

const colours: Record<Exclude<PartState, 'open'>, TagColour> = {
  expected: 'grey',
  'not-opened': 'grey',
  due: 'blue',
  waiting: 'grey',
  granted: 'green',
  refused: 'red',
  undone: 'yellow',
};

/** The parts of an application: which agency has each, how far it is, and its result where there is one. */
export function PartsNote({ parts, language, reader }: PartsNoteProps) {
  if (parts.length === 0) return null;
  const t = texts(language);
  const isStopped = parts.some(({ part: { state } }) => ['refused', 'undone', 'not-opened'].includes(state));
  return (
    <section id="parts">
      <h2>{t('parts')}</h2>
      <p>{t(reader === 'citizen' ? 'parts-lead' : 'parts-lead-officer')}</p>
      <SummaryList
        rows={parts.map((view) => ({
          key: <PartName view={view} language={language} />,
          value: (
            <>
              <p>
                <PartTag view={view} language={language} />
              </p>
              <PartFacts view={view} language={language} />
              <PartHelp {...{ view, parts, language, isStopped }} />
              {reader === 'citizen' && <PartLinks view={view} language={language} />}
            </>
          ),
        }))}
      />
    </section>
  );
}

interface OnePart {
  view: PartView;
  language: Language;
}

function PartName({ view: { part, linked }, language }: OnePart): Content {
  const title = say(part.definition.title, language);
  return linked?.mayOpen ? <a href={`/applications/${linked.application.id}`}>{title}</a> : title;
}

function PartTag({ view: { part, linked }, language }: OnePart) {
  const { state } = part;
  if (state !== 'open') return <Tag colour={colours[state]}>{texts(language)(`state-${state}`)}</Tag>;
  if (!linked) return null;
  const { status, label } = stateOf(linked.definition.workflow, linked.application.state);
  return <StatusTag status={status}>{label[language]}</StatusTag>;
}

function PartFacts({ view: { part, linked }, language }: OnePart) {
  if (!linked) return null;
  const t = texts(language);
  const { application, agency } = linked;
  return (
    <p>
      {agencyName(agency, language)}
      <br />
      <CodeText>{application.number}</CodeText>
      {part.state === 'open' && application.dueAt && !application.clockStoppedAt && (
        <>
          <br />
          {t('due', { due: formatDateTime(language, application.dueAt) })}
        </>
      )}
    </p>
  );
}

function PartHelp({ view, parts, language, isStopped }: OnePart & { parts: PartView[]; isStopped: boolean }) {
  const t = texts(language);
  const { state, definition } = view.part;
  if (state === 'undone') return <p>{t('undoing')}</p>;
  if (state === 'granted' && isStopped && definition.ifStopped === 'stays') return <p>{t('stays')}</p>;
  if (state === 'not-opened' && isStopped) return <p>{t('help-not-opened')}</p>;
  if (state !== 'waiting') return null;
  const before = parts
    .filter(({ part }) => definition.after?.includes(part.definition.id) && part.state !== 'granted')
    .map(({ part }) => say(part.definition.title, language));
  return <p>{t('help-waiting', { parts: before.join(', ') })}</p>;
}

/** What the citizen can do with a part: read its result, or answer what it asks for. */
function PartLinks({ view: { part, linked }, language }: OnePart) {
  if (!linked) return null;
  const t = texts(language);
  const named = { part: say(part.definition.title, language) };
  const { id, waitsFor } = linked.application;
  if (waitsFor === 'citizen')
    return (
      <p>
        <a href={`/applications/${id}/supplement`}>{t('answer-part', named)}</a>
      </p>
    );
  if (part.state !== 'granted') return null;
  return (
    <p>
      <a href={`/applications/${id}/result`}>{t('see-result', named)}</a>
    </p>
  );
}
