import type { Language } from '#lib/platform';
import { Button, ButtonGroup, InsetText } from '#lib/web';
import { allowedEvents, type TransitionDefinition } from '#lib/workflow';
import type { CaseFile } from './read-case.js';
import { texts } from './texts.js';

/** Exactly what this officer can do now; what to wait for where there is nothing. */
export function Acts({ file, language }: { file: CaseFile; language: Language }) {
  const { application, revision, roles } = file;
  const t = texts(language);
  const open = allowedEvents(revision.definition.workflow, application.state, roles).toSorted(
    (one, other) => setback(one.transition) - setback(other.transition),
  );
  const acts = open.filter(({ transition }) => !isForAnother(file, transition));
  const decidedBefore = file.decidedBefore && <InsetText>{t('decided-before')}</InsetText>;
  if (acts.length === 0 && decidedBefore) return decidedBefore;
  if (acts.length === 0 && open.length > 0) return <InsetText>{t('for-another')}</InsetText>;
  if (acts.length === 0) return <InsetText>{t(`nothing-to-do-${application.waitsFor}`)}</InsetText>;
  return (
    <section aria-label={t('acts')}>
      {decidedBefore}
      <ButtonGroup>
        {acts.map(({ event, transition }) => (
          <Button
            kind={setback(transition) === 0 ? 'primary' : 'secondary'}
            href={`/applications/${application.id}/${transition.needs?.includes('agencies') ? 'consultation' : 'acts'}/${event}`}
          >
            {transition.label[language]}
          </Button>
        ))}
      </ButtonGroup>
    </section>
  );
}

/**
 * Whether the rule of two persons keeps the reader from an act: they did last what it must be another to go on from, or
 * decided what this is about.
 */
function isForAnother(
  { events, reader, decidedBefore }: CaseFile,
  { notBy = [], notByOriginal = [] }: TransitionDefinition,
): boolean {
  if (decidedBefore && notByOriginal.length > 0) return true;
  return notBy.some((type) => events.findLast((event) => event.type === type)?.actor.id === reader.id);
}

/**
 * How far an act throws an application back: on, back to an officer, back to the applicant, to its end. The order of
 * the definition is no help: the database keeps the keys of an object in an order of its own.
 */
function setback({ needs = [] }: TransitionDefinition): number {
  if (needs.includes('ground')) return 3;
  if (needs.includes('items')) return 2;
  return needs.length === 1 && needs[0] === 'reason' ? 1 : 0;
}
