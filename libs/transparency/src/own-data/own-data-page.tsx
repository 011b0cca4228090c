import { formatDate, formatDateTime } from '#lib/calendar';
import { deviceName, placeName } from '#lib/identity';
import { say } from '#lib/platform';
import { Button, type Content, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import { texts } from '../texts.js';
import type { OwnData } from './read-own-data.js';

/** Everything the portal holds about me, to read and to print. */
export function OwnDataPage({ context, data }: { context: PageContext; data: OwnData }) {
  const { language } = context;
  const t = texts(language);
  const time = (iso: string) => formatDateTime(language, new Date(iso));
  const { person } = data.identity;
  return (
    <SitePage context={context} title={t('data-title')} back={{ href: '/account', text: t('account') }}>
      <PageHeading caption={t('as-of', { time: time(data.asOf) })} lead={t('data-lead')}>
        {t('data-title')}
      </PageHeading>
      <div class="no-print">
        <Button href="/account/data/file">{t('download')}</Button>
      </div>
      <h2>{t('identity')}</h2>
      <SummaryList
        rows={[
          { key: t('name'), value: person.fullName },
          { key: t('id-number'), value: person.idNumber },
          { key: t('birth-date'), value: formatDate(language, person.birthDate) },
          { key: t('sex'), value: t(person.sex) },
          { key: t('phone'), value: person.phone ?? t('none') },
          { key: t('email'), value: data.contact.address ?? t('none') },
          { key: t('assurance'), value: String(person.assurance) },
        ]}
      />
      <Section title={t('passkeys')} nothing={t('nothing')}>
        {data.identity.passkeys.map(({ name, createdAt }) => (
          <li>
            {name ?? t('unnamed')} · {t('created', { time: time(createdAt) })}
          </li>
        ))}
      </Section>
      <Section title={t('sessions')} nothing={t('nothing')}>
        {data.identity.sessions.map(({ userAgent, network, createdAt }) => (
          <li>
            {time(createdAt)} · {placeName(language, network)} · {deviceName(language, userAgent)}
          </li>
        ))}
      </Section>
      <Section title={t('organisations')} nothing={t('nothing')}>
        {data.identity.organisations.map(({ name, taxCode, openedAt }) => (
          <li>
            {name} · {taxCode} · {time(openedAt)}
          </li>
        ))}
        {data.identity.organisationRequests.map(({ name, taxCode, requestedAt }) => (
          <li>
            {t('organisation-request', { name })} · {taxCode} · {time(requestedAt)}
          </li>
        ))}
      </Section>
      <Section title={t('mandates')} nothing={t('nothing')}>
        {data.identity.mandates.map((mandate) => (
          <li>
            {mandate.for} · {time(mandate.grantedAt)}
            {mandate.endedAt ? ` · ${t('mandate-ended', { time: time(mandate.endedAt) })}` : null}
          </li>
        ))}
      </Section>
      <Section title={t('consents')} nothing={t('nothing')}>
        {data.identity.consents.map(({ clientId, system, givenAt }) => (
          <li>
            {system ? say(system, language) : clientId} · {time(givenAt)}
          </li>
        ))}
      </Section>
      {[
        { title: t('applications'), cases: data.applications },
        { title: t('drafts'), cases: data.drafts },
      ].map(({ title, cases }) => (
        <>
          <h2>{title}</h2>
          {cases.length === 0 ? <p>{t('nothing')}</p> : null}
          {cases.map((each) => (
            <section>
              <h3>{say(each.title, language)}</h3>
              <p class="secondary">
                {'number' in each
                  ? `${each.number} · ${t('filed', { time: time(each.filedAt) })}`
                  : t('saved', { time: time(each.savedAt) })}
              </p>
              <SummaryList
                rows={each.said.map(({ question, answer }) => ({ key: question, value: answer }))}
              />
              {each.papers.length > 0 ? (
                <Section title={t('papers')} nothing="" small>
                  {each.papers.map(({ name, sha256 }) => (
                    <li>
                      {name} · SHA-256 <span class="digest">{sha256}</span>
                    </li>
                  ))}
                </Section>
              ) : null}
              {'events' in each ? (
                <Section title={t('events')} nothing="" small>
                  {each.events.map(({ at, what }) => (
                    <li>
                      {time(at)} · {what}
                    </li>
                  ))}
                </Section>
              ) : null}
              {'messages' in each && each.messages.length > 0 ? (
                <Section title={t('messages')} nothing="" small>
                  {each.messages.map(({ at, by, text }) => (
                    <li>
                      {time(at)} · {t(by === 'citizen' ? 'from-applicant' : 'from-agency')}:{' '}
                      <span class="written">{text}</span>
                    </li>
                  ))}
                </Section>
              ) : null}
            </section>
          ))}
        </>
      ))}
      <p class="secondary">{t('no-notes')}</p>
      <Section title={t('inbox')} nothing={t('nothing')}>
        {data.inbox.map(({ at, title }) => (
          <li>
            {time(at)} · {title}
          </li>
        ))}
      </Section>
      <h2>{t('seen-data')}</h2>
      <p>
        <a href="/account/accesses">{t('all-accesses')}</a> ({data.accesses.length})
      </p>
    </SitePage>
  );
}

function Section(props: { title: string; nothing: string; small?: boolean; children: Content[] }) {
  const Heading = props.small ? 'h4' : 'h2';
  return (
    <>
      <Heading>{props.title}</Heading>
      {props.children.length > 0 ? <ul>{props.children}</ul> : <p>{props.nothing}</p>}
    </>
  );
}
