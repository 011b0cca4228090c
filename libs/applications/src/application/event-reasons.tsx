import type { ServiceDefinition } from '#lib/catalogue';
import { fieldOf } from '#lib/forms';
import { defineTexts, type Language, startBig } from '#lib/platform';
import { UploadedFiles } from '#lib/web';
import { SaidNote } from '../act-form/said-note.js';
import type { ConfirmedByCode, OtherPaper } from '../supplement/answer-supplement.js';
import type { SupplementItem } from '../supplement/supplement-item.js';
import { fileSize } from './file-size.js';
import { representationIn, representationWords } from '../representation/representation-in.js';
import type { ApplicationEvent } from './read-events.js';
import en from './texts.en.json' with { type: 'json' };
import fr from './texts.fr.json' with { type: 'json' };
import vi from './texts.vi.json' with { type: 'json' };

const texts = defineTexts({ vi, en, fr });

interface EventReasonsProps {
  event: ApplicationEvent;
  definition: ServiceDefinition;
  language: Language;
  reader: 'citizen' | 'officer';
}

/**
 * Why something happened, as the officer wrote it: reason, legal ground, what is to be supplied. A reason without a
 * legal ground is written between officers (a proposal, a sending back) and never the citizen's to read.
 */
export function EventReasons({ event, definition, language, reader }: EventReasonsProps) {
  const { ground, items, note, others, confirmation, ...told } = event.details as {
    reason?: string;
    ground?: string;
    note?: string;
    items?: SupplementItem[];
    others?: OtherPaper[];
    confirmation?: ConfirmedByCode;
  };
  const t = texts(language);
  const papersAt = reader === 'officer' ? `/applications/${event.applicationId}/attachments` : '/attachments';
  const reason = reader === 'officer' || ground || toldWhy.has(event.type) ? told.reason : undefined;
  const representation = representationIn(event);
  const along = 'said' in told || 'attachments' in told;
  if (!representation && !reason && !ground && !items && !note && !others?.length && !along) return null;
  return (
    <>
      {representation && <p>{representationWords(language, representation)}</p>}
      {confirmation && <p>{t('confirmed-by-code', { phone: confirmation.evidence.phone })}</p>}
      {reason && (
        <p>
          {t('reason')}: {reason}
        </p>
      )}
      {ground && (
        <p>
          {t('ground')}: {ground}
        </p>
      )}
      {items && (
        <ul>
          {items.map((item) => (
            <li>
              <strong>{itemName(item, definition, language)}</strong>: {item.reason}
            </li>
          ))}
        </ul>
      )}
      {note && <p>{note}</p>}
      <SaidNote event={event} language={language} papersAt={papersAt} />
      {others?.map(({ name, files }) => (
        <UploadedFiles
          digestLabel="SHA-256"
          files={files.map((file) => ({
            name: `${name}: ${file.name}`,
            size: fileSize(language, file.size),
            href: `${papersAt}/${file.attachment}`,
            digest: file.sha256,
          }))}
        />
      ))}
    </>
  );
}

/** Acts beside the workflow whose reason is written for the citizen. */
const toldWhy = new Set(['extend-deadline', 'apologise', 'transfer']);

/** What a supplement item is about, in the words of the form. */
export function itemName(item: SupplementItem, { form }: ServiceDefinition, language: Language): string {
  const field = item.id === undefined ? undefined : fieldOf(form, item.id);
  return field ? startBig(field.label[language]) : (item.name ?? '');
}
