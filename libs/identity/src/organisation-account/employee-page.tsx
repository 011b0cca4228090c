import {
  Button,
  type FormToMend,
  Input,
  MendSummary,
  mistakeIn,
  type PageContext,
  PageHeading,
  Radios,
  Select,
  SitePage,
  typedIn,
} from '#lib/web';
import type { Organisation } from '../representation/organisation.entity.js';
import { employeeDays } from './grant-employee.js';
import { organisationTexts } from './texts.js';

/** A legal representative lets an employee act: who, for what, for how long. */
export function employeePage(
  context: PageContext,
  { organisation: { id, name }, fields }: { organisation: Organisation; fields: Map<string, string> },
  mend?: FormToMend,
) {
  const t = organisationTexts(context.language);
  const title = t('grantTitle');
  const back = { href: `/account/organisations/${id}`, text: name };
  return (
    <SitePage context={context} title={title} back={back} errors={mend !== undefined}>
      <MendSummary context={context} mend={mend} />
      <PageHeading caption={name} lead={t('grantLead')}>
        {title}
      </PageHeading>
      <form method="post" action={`/account/organisations/${id}/employees`} novalidate>
        <Input
          name="idNumber"
          label={t('idNumber')}
          hint={t('idNumberHint')}
          value={typedIn(mend, 'idNumber')}
          error={mistakeIn(context, mend, 'idNumber')}
          width={20}
          inputmode="numeric"
          autocomplete="off"
          pattern="([0-9] ?){12}"
          attributes={{ required: true }}
        />
        <Input
          name="fullName"
          label={t('fullName')}
          hint={t('fullNameHint')}
          value={typedIn(mend, 'fullName')}
          error={mistakeIn(context, mend, 'fullName')}
          autocomplete="off"
          spellcheck={false}
          attributes={{ required: true, maxlength: 200 }}
        />
        <Radios
          name="scope"
          legend={t('scope')}
          value={typedIn(mend, 'scope', 'procedures')}
          error={mistakeIn(context, mend, 'scope')}
          options={[
            {
              value: 'procedures',
              text: t('scope.procedures'),
              reveals: (
                <Input
                  name="procedures"
                  label={t('procedures')}
                  hint={t('proceduresHint')}
                  value={typedIn(mend, 'procedures')}
                  error={mistakeIn(context, mend, 'procedures')}
                  autocomplete="off"
                  spellcheck={false}
                />
              ),
            },
            ...(fields.size > 0
              ? [
                  {
                    value: 'field',
                    text: t('scope.field'),
                    reveals: (
                      <Select
                        name="field"
                        label={t('field')}
                        value={typedIn(mend, 'field')}
                        options={[...fields].map(([value, text]) => ({ value, text }))}
                      />
                    ),
                  },
                ]
              : []),
            { value: 'all', text: t('scope.all') },
          ]}
        />
        <Radios
          name="days"
          legend={t('days')}
          hint={t('daysHint')}
          value={typedIn(mend, 'days', '90')}
          error={mistakeIn(context, mend, 'days')}
          options={employeeDays.map((days) => ({
            value: String(days),
            text: t('daysValue', { days }),
          }))}
        />
        <Button preventDoubleClick>{t('grantButton')}</Button>
      </form>
    </SitePage>
  );
}
