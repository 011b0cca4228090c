import type { Language } from '#lib/platform';
import { Button, ButtonGroup, InsetText } from '#lib/web';
import { allowedEvents } from '#lib/workflow';
import type { CaseFile } from './read-case.js';
import { texts } from './texts.js';

/** Exactly what this officer can do now; what to wait for where there is nothing. */
export function Acts({ file, language }: { file: CaseFile; language: Language }) {
  const { application, revision, roles } = file;
  const t = texts(language);
  const acts = allowedEvents(revision.definition.workflow, application.state, roles);
  if (acts.length === 0) return <InsetText>{t(`nothing-to-do-${application.waitsFor}`)}</InsetText>;
  return (
    <section aria-label={t('acts')}>
      <ButtonGroup>
        {acts.map(({ event, transition }, index) => (
          <Button
            kind={index === 0 ? 'primary' : 'secondary'}
            href={`/applications/${application.id}/acts/${event}`}
          >
            {transition.label[language]}
          </Button>
        ))}
      </ButtonGroup>
    </section>
  );
}
