import { formatDateTime } from '#lib/calendar';
import type { ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import { defineTexts, type Language, type Localised } from '#lib/platform';
import { StatusTag, Timeline } from '#lib/web';
import { stateOf } from '#lib/workflow';
import { EventReasons } from './event-reasons.js';
import type { ApplicationEvent } from './read-events.js';
import { toldToCitizen } from './told.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

const texts = defineTexts({ vi, en, fr });

interface HistoryProps {
  events: ApplicationEvent[];
  definition: ServiceDefinition;
  agency: Agency;
  language: Language;
  reader: 'citizen' | 'officer';
}

/** The name of the agency that handled an application when something happened, where it has gone to another since. */
function agencyAt(events: ApplicationEvent[], { sequence }: ApplicationEvent, language: Language) {
  const move = events.find((event) => event.sequence >= sequence && event.details.fromAgency !== undefined);
  return (move?.details.fromAgency as Localised | undefined)?.[language];
}

/** What happened to an application, newest first: what, when, who, why. */
export function History({ events, definition, agency, language, reader }: HistoryProps) {
  const t = texts(language);
  const told = reader === 'officer' ? events : toldToCitizen(events);
  const last = told.at(-1)?.sequence;
  return (
    <Timeline
      events={told.toReversed().map((event) => {
        const state = stateOf(definition.workflow, event.to);
        const who = t(event.actor.kind, {
          agency:
            actingAgency(event, language) ??
            agencyAt(events, event, language) ??
            agencyName(agency, language),
        });
        return {
          title: event.details.past[language],
          time: formatDateTime(language, event.at),
          dateTime: event.at.toISOString(),
          actor: [...nameOf(event, reader, language), who].join(' · '),
          text: <EventReasons event={event} definition={definition} language={language} reader={reader} />,
          tag: <StatusTag status={state.status}>{state.label[language]}</StatusTag>,
          state: event.sequence === last ? ('now' as const) : ('done' as const),
        };
      })}
    />
  );
}

/** Who acted, by name; for officers also in whose place. */
function nameOf(
  { actor, details }: ApplicationEvent,
  reader: HistoryProps['reader'],
  language: Language,
): string[] {
  if (!actor.name) return [];
  const absent = reader === 'officer' ? details.inPlaceOf : undefined;
  return [absent ? texts(language)('in-place-of', { name: actor.name, absent }) : actor.name];
}

/** The agency an officer acted for, where it is not the one the application lies with. */
function actingAgency({ details }: ApplicationEvent, language: Language): string | undefined {
  return (details.agencyName as Localised | undefined)?.[language];
}
