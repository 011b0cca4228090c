import { formatDateTime } from '#lib/calendar';
import {
  Button,
  ErrorSummary,
  Input,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
  Textarea,
} from '#lib/web';
import type { Officer } from '../officers/officer.entity.js';
import type { NotedIdentity } from './changes-of.js';
import type { NumbersField, TypedNumbers } from './read-numbers.js';
import { identityTexts } from './texts.js';

interface IdentityPageProps {
  context: PageContext;
  officer: Officer;
  noted: NotedIdentity[];
  typed: TypedNumbers;
  wrong: NumbersField[];
}

/** Who an officer is as a person and who lives with them: to enter, never to read. */
export function OfficerIdentityPage({ context, officer, noted, typed, wrong }: IdentityPageProps) {
  const { language } = context;
  const t = identityTexts(language);
  const errorOf = (field: NumbersField) => (wrong.includes(field) ? t(`wrong-${field}`) : undefined);
  return (
    <SitePage
      context={context}
      title={t('title')}
      errors={wrong.length > 0}
      back={{ href: '/officers', text: t('back') }}
    >
      {wrong.length > 0 ? (
        <ErrorSummary errors={wrong.map((field) => ({ text: t(`wrong-${field}`), href: `#${field}` }))} />
      ) : null}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <SummaryList
        rows={[
          { key: t('officer'), value: `${officer.fullName} · ${officer.staffNumber}` },
          {
            key: t('noted'),
            value: noted.length === 0 ? t('noted-none') : <Noted {...{ language, noted }} />,
          },
        ]}
      />
      <form method="post" novalidate>
        <Input
          name="id-number"
          label={t('id-number')}
          hint={t('id-number-hint')}
          error={errorOf('id-number')}
          value={typed['id-number']}
          width={20}
          inputmode="numeric"
          autocomplete="off"
          spellcheck={false}
        />
        <Textarea
          name="household"
          label={t('household')}
          hint={t('household-hint')}
          error={errorOf('household')}
          value={typed.household}
          rows={5}
          attributes={{ autocomplete: 'off', spellcheck: 'false' }}
        />
        <Button preventDoubleClick>{t('save')}</Button>
      </form>
    </SitePage>
  );
}

function Noted({ language, noted }: { language: PageContext['language']; noted: NotedIdentity[] }) {
  const t = identityTexts(language);
  return (
    <ul>
      {noted.map(({ at, name, householdSize }) => (
        <li>
          {t('noted-by', {
            time: formatDateTime(language, at),
            name: name ?? t('system'),
            count: householdSize,
          })}
        </li>
      ))}
    </ul>
  );
}
