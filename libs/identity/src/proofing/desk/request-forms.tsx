import { Button, Checkboxes, Input, Radios } from '#lib/web';
import { type CounterRequest, documents, refusalReasons } from '../counter-request.entity.js';
import type { deskCounterTexts } from './desk-texts.js';
import type { Mistake } from './read-forms.js';
import type { Posted } from './request-page.js';

interface FormProps {
  t: ReturnType<typeof deskCounterTexts>;
  request: CounterRequest;
  posted: Posted;
}

function errorOf({ t, posted }: FormProps, field: Mistake['field']): string | undefined {
  const mistake = posted.errors.find((each) => each.field === field);
  return mistake && t(mistake.text);
}

/** The first officer's part: which document, its last characters, and that all three were compared. */
export function CheckForm(props: FormProps) {
  const { t, request, posted } = props;
  return (
    <form method="post" action={`/counter/${request.id}/check`} novalidate>
      <Radios
        name="document"
        legend={t('documentQuestion')}
        value={posted.typed.document}
        error={errorOf(props, 'document')}
        options={documents.map((value) => ({ value, text: t(`document-${value}`) }))}
      />
      <Input
        name="tail"
        label={t('tail')}
        hint={t('tailHint')}
        value={posted.typed.tail}
        error={errorOf(props, 'tail')}
        width={5}
        autocomplete="off"
        spellcheck={false}
      />
      <Checkboxes
        name="compared"
        legend={t('comparedQuestion')}
        values={posted.typed.compared ? [posted.typed.compared] : []}
        error={errorOf(props, 'compared')}
        options={[{ value: 'yes', text: t('compared') }]}
      />
      <Button preventDoubleClick>{t('checkButton')}</Button>
    </form>
  );
}

/** The second officer's part. */
export function DecisionForm(props: FormProps) {
  const { t, request, posted } = props;
  return (
    <form method="post" action={`/counter/${request.id}/decision`} novalidate>
      <Radios
        name="decision"
        legend={t('decisionQuestion')}
        value={posted.typed.decision}
        error={errorOf(props, 'decision')}
        options={[
          { value: 'approve', text: t(`approve-${request.purpose}`) },
          {
            value: 'refuse',
            text: t('refuse'),
            reveals: (
              <Radios
                name="reason"
                small
                legend={t('reasonQuestion')}
                value={posted.typed.reason}
                error={errorOf(props, 'reason')}
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
