import { say } from '#lib/platform';
import { Button, InsetText, Radios, SearchBox, WarningText } from '#lib/web';
import type { AgencyAtDesk } from '../officers/desk.js';
import type { SectionProps } from './section-props.js';

/** Officers for any other agency of the country: look for it, choose it, appoint. */
export function AppointSection({ view, language, t }: SectionProps) {
  const { agency: words } = view.query;
  return (
    <section id="appoint">
      <h2>{t('appoint')}</h2>
      <p>{t('appointLead')}</p>
      <SearchBox
        action="/#appoint"
        name="agency"
        label={t('searchAgency')}
        hint={t('searchAgencyHint')}
        value={words}
      />
      {words && view.agencies?.length ? (
        <form method="post" action="/appointments">
          <Radios
            name="agencyCode"
            legend={t('foundAgencies')}
            small
            options={view.agencies.map((agency, index) => choice(agency, index))}
          />
          <Button kind="secondary" preventDoubleClick>
            {t('appointTrio')}
          </Button>
        </form>
      ) : null}
      {words && view.agencies?.length === 0 ? <InsetText>{t('foundNone', { words })}</InsetText> : null}
      {words && view.agencies === undefined ? <WarningText>{t('deskAway')}</WarningText> : null}
    </section>
  );

  function choice({ unitCode, name, province }: AgencyAtDesk, index: number) {
    const text = say(name, language);
    return {
      value: unitCode,
      text: province ? `${text}, ${say(province, language)}` : text,
      checked: index === 0,
    };
  }
}
