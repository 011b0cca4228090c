import { mediaTypes } from '#lib/documents';
import { type Language, say, startBig } from '#lib/platform';
import { Button, FileUpload, LinkButton, UploadedFiles } from '#lib/web';
import { fileSize } from '../application/file-size.js';
import { texts } from '../draft/texts.js';
import { type PaperField, paperLimits } from './paper-field.js';
import type { ShownPaper } from './papers-of-page.js';

interface PaperUploadProps {
  /** Where a file is sent; removing one is a post below it. */
  action: string;
  query: string;
  field: PaperField;
  papers: ShownPaper[];
  error: string | undefined;
  language: Language;
  when: (instant: Date) => string;
}

/** How many digits of a digest are shown: enough to compare by eye. */
const digitsShown = 12;

/**
 * The papers of one field with their receipts, and what adds one more or removes one. All of it belongs to the form of
 * the page, so that what was typed there is sent, and saved, with it.
 */
export function PaperUpload({ action, query, field, papers, error, language, when }: PaperUploadProps) {
  const t = texts(language);
  const label = startBig(say(field.label, language));
  const most = field.maxFiles ?? 1;
  const room = most - papers.length;
  const { accept, maxMegabytes } = paperLimits(field);
  const kinds = accept.map((type) => mediaTypes[type]).join(', ');
  return (
    <section class="papers">
      <h2 class="papers__title">{field.optional ? t('optional-label', { label }) : label}</h2>
      {field.hint && <p class="govuk-hint">{say(field.hint, language)}</p>}
      {papers.length > 0 && (
        <UploadedFiles
          digestLabel={t('paper-digest')}
          files={papers.map((paper) => ({
            name: paper.name,
            size: fileSize(language, paper.size),
            href: `/attachments/${paper.attachment}`,
            digest: paper.sha256.slice(0, digitsShown),
            note: paper.receivedAt && t('paper-received', { time: when(paper.receivedAt) }),
            remove: (
              <LinkButton
                attributes={{ form: 'answers', formaction: `${action}/${paper.attachment}/removal${query}` }}
              >
                {t('paper-remove')}
                <span class="govuk-visually-hidden"> {paper.name}</span>
              </LinkButton>
            ),
          }))}
        />
      )}
      {room > 0 ? (
        <div data-paper data-sending={t('paper-sending')} data-auto={t('paper-auto')}>
          <FileUpload
            name={field.id}
            id={field.id}
            attributes={{ form: 'answers' }}
            label={
              <>
                {t(papers.length > 0 ? 'paper-upload-more' : 'paper-upload')}
                <span class="govuk-visually-hidden"> {label}</span>
              </>
            }
            hint={t('paper-hint', { kinds, megabytes: maxMegabytes, room })}
            error={error}
            accept={accept.join(',')}
          />
          <Button
            kind="secondary"
            preventDoubleClick
            attributes={{
              form: 'answers',
              formaction: `${action}${query}`,
              formenctype: 'multipart/form-data',
            }}
          >
            {t('paper-button')}
            <span class="govuk-visually-hidden"> {label}</span>
          </Button>
        </div>
      ) : (
        <p class="secondary" id={field.id}>
          {t('paper-full', { most })}
        </p>
      )}
    </section>
  );
}
