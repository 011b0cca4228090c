import type { RefusalWords } from '#lib/platform';
import {
  Button,
  ErrorSummary,
  Input,
  type PageContext,
  PageHeading,
  Radios,
  RefusedNotice,
  Select,
  SitePage,
  SummaryList,
  Textarea,
} from '#lib/web';
import { agencyName } from '../agencies/agency-name.js';
import type { Agency } from '../agencies/agency.entity.js';
import { officerRoles } from '../officers/officer-role.entity.js';
import { grantMonths } from './propose-role.js';
import type { HeldRole } from './read-staff.js';
import type { TypedWish, WishField } from './read-wish.js';
import { texts } from './texts.js';

interface ProposePageProps {
  context: PageContext;
  agencies: Agency[];
  typed: TypedWish;
  wrong: WishField[];
  /** Why it was refused, where every box was filled rightly. */
  refused?: RefusalWords | undefined;
}

/** Proposes a role for an officer. */
export function ProposePage({ context, agencies, typed, wrong, refused }: ProposePageProps) {
  const { language } = context;
  const t = texts(language);
  const errorOf = (field: WishField) => (wrong.includes(field) ? t(`missing-${field}`) : undefined);
  const errors = [
    ...wrong.map((field) => ({ text: t(`missing-${field}`), href: `#${field}` })),
    ...(refused ? [{ text: `${refused.title}. ${refused.help}`, href: '#staff-number' }] : []),
  ];
  return (
    <SitePage
      context={context}
      title={t('propose')}
      errors={errors.length > 0}
      back={{ href: '/officers', text: t('back') }}
    >
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <PageHeading lead={t('propose-lead')}>{t('propose')}</PageHeading>
      <form method="post" action="/officers/grants" novalidate>
        {agencies.length > 1 ? (
          <Select
            name="agency"
            label={t('agency')}
            error={errorOf('agency')}
            value={typed.agency}
            options={[
              { value: '', text: t('choose') },
              ...agencies.map((agency) => ({ value: agency.id, text: agencyName(agency, language) })),
            ]}
          />
        ) : null}
        <Input
          name="staff-number"
          label={t('staff-number')}
          hint={t('staff-number-hint')}
          error={errorOf('staff-number')}
          value={typed['staff-number']}
          width={20}
          autocomplete="off"
          spellcheck={false}
        />
        <Input
          name="full-name"
          label={t('full-name')}
          hint={t('full-name-hint')}
          error={errorOf('full-name')}
          value={typed['full-name']}
          autocomplete="off"
          spellcheck={false}
        />
        <Radios
          name="role"
          legend={t('role')}
          error={errorOf('role')}
          value={typed.role}
          options={officerRoles.map((role) => ({ value: role, text: t(`role-${role}`) }))}
        />
        <Radios
          name="months"
          legend={t('months')}
          error={errorOf('months')}
          value={typed.months}
          options={grantMonths.map((months) => ({ value: String(months), text: t(`months-${months}`) }))}
          inline
        />
        <Button preventDoubleClick>{t('send')}</Button>
      </form>
    </SitePage>
  );
}

/** The last look before a role ends. */
export function EndRolePage({ context, held }: { context: PageContext; held: HeldRole }) {
  const t = texts(context.language);
  return (
    <SitePage context={context} title={t('end-title')} back={{ href: '/officers', text: t('back') }}>
      <RefusedNotice context={context} />
      <PageHeading lead={t('end-lead')}>{t('end-title')}</PageHeading>
      <SummaryList
        rows={[
          { key: t('officer'), value: `${held.fullName} · ${held.staffNumber}` },
          { key: t('role'), value: t(`role-${held.role}`) },
        ]}
      />
      <form method="post" novalidate>
        <Textarea name="reason" label={t('reason')} rows={3} attributes={{ maxlength: 500 }} />
        <Button kind="warning" preventDoubleClick>
          {t('end-button')}
        </Button>
      </form>
    </SitePage>
  );
}
