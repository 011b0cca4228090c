import { Button, Checkboxes, Input, Radios } from '#lib/web';
import { refusalReasons } from '../proofing/counter-request.entity.js';
import type { CounterMatter } from './counter-matter.entity.js';
import { foreignDocuments } from './matter-content.js';
import type { Posted } from './matter-page.js';
import { sentenceFor } from './mistake.js';
import type { matterTexts } from './texts.js';

type T = ReturnType<typeof matterTexts>;

/** The first officer's part for a foreign identity: the paper, and the resident it belongs to. */
export function ForeignCheckForm({ t, id, posted }: { t: T; id: string; posted: Posted }) {
  const { typed, mistakes } = posted;
  return (
    <form method="post" action={`/counter/matters/${id}/check`} novalidate>
      <Radios
        name="document"
        legend={t('documentQuestion')}
        value={typed.document}
        error={sentenceFor(mistakes, 'document')}
        options={foreignDocuments.map((value) => ({ value, text: t(`document-${value}`) }))}
      />
      <Input
        name="number"
        label={t('documentNumber')}
        value={typed.number}
        error={sentenceFor(mistakes, 'number')}
        width={20}
        autocomplete="off"
        spellcheck={false}
      />
      <Input
        name="idNumber"
        label={t('residentNumber')}
        hint={t('residentNumberHint')}
        value={typed.idNumber}
        error={sentenceFor(mistakes, 'idNumber')}
        width={20}
        inputmode="numeric"
        autocomplete="off"
        spellcheck={false}
      />
      <Checkboxes
        name="compared"
        legend={t('confirmation')}
        values={typed.compared ? [typed.compared] : []}
        error={sentenceFor(mistakes, 'compared')}
        options={[{ value: 'yes', text: t('compared') }]}
      />
      <Button preventDoubleClick>{t('passOn')}</Button>
    </form>
  );
}

/** The second officer's part. */
export function MatterDecisionForm({ t, matter, posted }: { t: T; matter: CounterMatter; posted: Posted }) {
  const { typed, mistakes } = posted;
  return (
    <form method="post" action={`/counter/matters/${matter.id}/decision`} novalidate>
      <Radios
        name="decision"
        legend={t('decisionQuestion')}
        value={typed.decision}
        error={sentenceFor(mistakes, 'decision')}
        options={[
          { value: 'approve', text: t(`approve-${matter.kind}`) },
          {
            value: 'refuse',
            text: t('refuse'),
            reveals: (
              <Radios
                name="reason"
                small
                legend={t('reasonQuestion')}
                value={typed.reason}
                error={sentenceFor(mistakes, 'reason')}
                options={refusalReasons.map((value) => ({ value, text: t(`reason-${value}`) }))}
              />
            ),
          },
        ]}
      />
      <Button preventDoubleClick>{t('decideButton')}</Button>
    </form>
  );
}
