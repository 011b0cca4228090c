import { formatDateTime } from '#lib/calendar';
import { type LinkKind, revisionById } from '#lib/catalogue';
import { type Agency, agencyById, agencyName } from '#lib/organisations';
import type { Language, Localised, Tx } from '#lib/platform';
import { CodeText, StatusTag } from '#lib/web';
import { stateOf } from '#lib/workflow';
import { Application } from '../application/application.entity.js';
import { linkedTo } from './link.js';
import { texts } from './texts.js';

/** Something filed about an application. */
export interface Linked {
  id: string;
  kind: LinkKind;
  number: string;
  agency: Agency;
  filedAt: Date;
  state: Localised;
  status: number;
  /** Whether the reader can open it. */
  readable: boolean;
}

/** What was filed about an application, and about that in turn, for a reader who may open some of it. */
export async function readLinked(
  tx: Tx,
  id: string,
  isReadable: (application: Application) => boolean | Promise<boolean>,
): Promise<Linked[]> {
  const rows: Linked[] = [];
  for (const { id: linked, kind } of await linkedTo(tx, id)) {
    const application = await tx.getRepository(Application).findOneByOrFail({ id: linked });
    const { definition } = await revisionById(tx, application.revisionId);
    const { number, filedAt, status } = application;
    const agency = await agencyById(tx, application.agencyId);
    const state = stateOf(definition.workflow, application.state).label;
    const readable = await isReadable(application);
    rows.push({ id: linked, kind, number, agency, filedAt, state, status, readable });
  }
  return rows;
}

/** What was filed about an application, each with where it stands. */
export function LinkedNote({ linked, language }: { linked: Linked[]; language: Language }) {
  if (linked.length === 0) return null;
  const t = texts(language);
  return (
    <section>
      <h2>{t('linked')}</h2>
      <ul class="link-list">
        {linked.map(({ id, kind, number, agency, filedAt, state, status, readable }) => (
          <li class="link-list__item">
            <div class="link-list__head">
              {readable ? (
                <a class="link-list__link" href={`/applications/${id}`}>
                  {t(kind)}
                </a>
              ) : (
                <span>{t(kind)}</span>
              )}
              <StatusTag status={status as 1}>{state[language]}</StatusTag>
            </div>
            <p class="link-list__meta">
              <CodeText>{number}</CodeText>
              {' · '}
              {t('linked-at', {
                agency: agencyName(agency, language),
                time: formatDateTime(language, filedAt),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
