import { formatDateTime } from '#lib/calendar';
import type { RefusalWords } from '#lib/platform';
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
import type { NotedIdentity, RegisterAnswer } from './changes-of.js';
import type { NumbersField, TypedNumbers } from './read-numbers.js';
import { identityTexts } from './texts.js';
import type { WaitingEntry } from './waiting-entry.js';

interface IdentityPageProps {
  context: PageContext;
  officer: Officer;
  noted: NotedIdentity[];
  /** Of the population register; null while it has not answered. */
  answer: RegisterAnswer | null | undefined;
  waiting: WaitingEntry | undefined;
  typed: TypedNumbers;
  wrong: NumbersField[];
  /** Why it was refused, where every box was filled rightly. */
  refused?: RefusalWords | undefined;
}

/** Who an officer is as a person and who lives with them: to enter, never to read. */
export function OfficerIdentityPage(props: IdentityPageProps) {
  const { context, officer, noted, answer, waiting, typed, wrong, refused } = props;
  const { language } = context;
  const t = identityTexts(language);
  const errors = [
    ...wrong.map((field) => ({ text: t(`wrong-${field}`), href: `#${field}` })),
    ...(refused ? [{ text: `${refused.title}. ${refused.help}`, href: '#id-number' }] : []),
  ];
  const errorOf = (field: NumbersField) => (wrong.includes(field) ? t(`wrong-${field}`) : undefined);
  return (
    <SitePage
      context={context}
      title={t('title')}
      errors={errors.length > 0}
      back={{ href: '/officers', text: t('back') }}
    >
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <SummaryList
        rows={[
          { key: t('officer'), value: `${officer.fullName} · ${officer.staffNumber}` },
          {
            key: t('noted'),
            value: noted.length === 0 ? t('noted-none') : <Noted {...{ language, noted }} />,
          },
          ...(answer === undefined ? [] : [{ key: t('register'), value: registerWords(language, answer) }]),
          ...(waiting ? [{ key: t('waiting'), value: <Waiting {...{ context, waiting }} /> }] : []),
        ]}
      />
      <form method="post" action={`/officers/people/${officer.id}/identity`} novalidate>
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
      {waiting ? (
        <form method="post" action={`/officers/people/${officer.id}/identity/dropping`}>
          <Button kind="secondary" preventDoubleClick>
            {isOwn(context, waiting) ? t('take-back') : t('drop', { name: waiting.name })}
          </Button>
        </form>
      ) : null}
    </SitePage>
  );
}

function registerWords(language: PageContext['language'], answer: RegisterAnswer | null): string {
  const t = identityTexts(language);
  if (!answer) return t('register-waits');
  return t(answer.known ? 'register-known' : 'register-unknown', {
    time: formatDateTime(language, answer.at),
  });
}

function Noted({ language, noted }: { language: PageContext['language']; noted: NotedIdentity[] }) {
  const t = identityTexts(language);
  return (
    <ul>
      {noted.map(({ at, names, householdSize }) => (
        <li>
          {t('noted-by', {
            time: formatDateTime(language, at),
            names: names.join(', ') || t('system'),
            count: householdSize,
          })}
        </li>
      ))}
    </ul>
  );
}

function Waiting({ context, waiting }: { context: PageContext; waiting: WaitingEntry }) {
  const t = identityTexts(context.language);
  const time = formatDateTime(context.language, waiting.at);
  return (
    <>
      {isOwn(context, waiting)
        ? t('waits-for-another', { time })
        : t('waits-for-you', { name: waiting.name, time })}
    </>
  );
}

function isOwn({ principal }: PageContext, { enteredBy }: WaitingEntry): boolean {
  return enteredBy === principal?.id;
}
