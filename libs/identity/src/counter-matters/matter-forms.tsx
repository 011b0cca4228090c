import { Button, Checkboxes, Input, Radios, WarningText } from '#lib/web';
import { refusalReasons } from '../proofing/counter-request.entity.js';
import type { CounterMatter } from './counter-matter.entity.js';
import { type ForeignIdentityMatter, foreignDocuments } from './matter-content.js';
import type { Posted } from './matter-page.js';
import { sentenceFor } from './mistake.js';
import type { matterTexts } from './texts.js';

type T = ReturnType<typeof matterTexts>;

/** The first officer's part for a foreign identity: the paper, and the resident it belongs to. */
export function ForeignCheckForm({
  t,
  id,
  content: { name },
  posted,
}: {
  t: T;
  id: string;
  content: ForeignIdentityMatter;
  posted: Posted;
}) {
  const { typed, mistakes, registered } = posted;
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
      {registered === undefined ? null : (
        <>
          <WarningText>{t('namesDifferBoth', { asserted: name, registered })}</WarningText>
          <NamesDiffer t={t} posted={posted} />
        </>
      )}
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
export function MatterDecisionForm({
  t,
  matter,
  posted,
  differ,
}: {
  t: T;
  matter: CounterMatter;
  posted: Posted;
  /** Whether the names differ, which who approves has to see. */
  differ: boolean;
}) {
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
      {differ ? <NamesDiffer t={t} posted={posted} /> : null}
      <Button preventDoubleClick>{t('decideButton')}</Button>
    </form>
  );
}

function NamesDiffer({ t, posted: { typed, mistakes } }: { t: T; posted: Posted }) {
  return (
    <Checkboxes
      name="namesDiffer"
      legend={t('namesDifferLegend')}
      values={typed.namesDiffer ? [typed.namesDiffer] : []}
      error={sentenceFor(mistakes, 'namesDiffer')}
      options={[{ value: 'yes', text: t('namesDifferSeen') }]}
    />
  );
}
