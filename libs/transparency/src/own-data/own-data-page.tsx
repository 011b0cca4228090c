import { formatDate, formatDateTime } from '#lib/calendar';
import { deviceName, placeName, scopeWords } from '#lib/identity';
import { say } from '#lib/platform';
import { Button, type Content, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import { texts } from '../texts.js';
import type { OwnData } from './read-own-data.js';

/** Everything the portal holds about me, to read and to print. */
export function OwnDataPage({ context, data }: { context: PageContext; data: OwnData }) {
  const { language } = context;
  const t = texts(language);
  const time = (iso: string) => formatDateTime(language, new Date(iso));
  const ended = ({ endedAt }: { endedAt: string | null }) =>
    endedAt ? ` · ${t('ended', { time: time(endedAt) })}` : null;
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
      <Section title={t('proofings')} nothing={t('nothing')}>
        {data.identity.proofings.map(({ method, level, at }) => (
          <li>
            {time(at)} · {t(`proofing-${method}`)} · {t('level', { level })}
          </li>
        ))}
      </Section>
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
        {[
          ...data.identity.organisations.map(({ name, taxCode, openedAt }) => (
            <li>
              {name} · {taxCode} · {time(openedAt)}
            </li>
          )),
          ...data.identity.organisationRequests.map(({ name, taxCode, requestedAt }) => (
            <li>
              {t('organisation-request', { name })} · {taxCode} · {time(requestedAt)}
            </li>
          )),
        ]}
      </Section>
      <Section title={t('mandates')} nothing={t('nothing')}>
        {data.identity.mandates.map((mandate) => (
          <li>
            {mandate.for} · {time(mandate.grantedAt)}
            {ended(mandate)}
          </li>
        ))}
      </Section>
      <Section title={t('mandates-over')} nothing={t('nothing')}>
        {data.identity.mandatesOver.map((mandate) => (
          <li>
            {mandate.by} · {t('acts-for', { name: mandate.for })} · {time(mandate.grantedAt)}
            {ended(mandate)}
          </li>
        ))}
      </Section>
      <Section title={t('consents')} nothing={t('nothing')}>
        {data.identity.consents.map(({ clientId, system, scopes, givenAt, endedAt }) => (
          <li>
            {[system ? say(system, language) : clientId, ...scopeWords(language, scopes), time(givenAt)].join(
              ' · ',
            )}
            {ended({ endedAt })}
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
        {data.inbox.map(({ at, title, body }) => (
          <li>
            {time(at)} · <strong>{title}</strong>
            <br />
            <span class="written">{body}</span>
          </li>
        ))}
      </Section>
      <Section title={t('seen-data')} nothing={t('nothing')}>
        {data.accesses.map(({ at, said }) => (
          <li>
            {time(at)} · {said.what} · {said.by}
          </li>
        ))}
      </Section>
      <Section title={t('questions')} nothing={t('nothing')}>
        {data.questions.map(({ askedAt, dueAt, question, answeredAt, answer }) => (
          <li>
            {time(askedAt)} · <span class="written">{question}</span>
            <br />
            {answer !== null && answeredAt !== null ? (
              <>
                {t('answered-at', { time: time(answeredAt) })}: <span class="written">{answer}</span>
              </>
            ) : (
              t('question-due', { time: time(dueAt) })
            )}
          </li>
        ))}
      </Section>
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
