import { formatDateTime } from '#lib/calendar';
import { startBig } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  doneFlash,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
  Tag,
} from '#lib/web';
import type { DeviceNotice } from './device-notice.entity.js';
import type { Session } from '../session/session.entity.js';
import { ownPasskeysTexts } from '../own-passkeys/texts.js';
import { deviceName } from './device-name.js';
import { placeName } from './place-name.js';
import { ownSessionsTexts } from './texts.js';

interface OwnSessions {
  sessions: Session[];
  hereId: string;
  /** New devices an officer has yet to see. */
  notices: DeviceNotice[];
}

/** Where the account is open: this device first, then the others by when they were last used. */
export function ownSessionsPage(context: PageContext, { sessions, hereId, notices }: OwnSessions) {
  const t = ownSessionsTexts(context.language);
  const here = sessions.filter(({ id }) => id === hereId);
  const others = sessions.filter(({ id }) => id !== hereId);
  return (
    <SitePage
      context={context}
      title={t('title')}
      flash={doneFlash(context, {
        ended: t('done.ended'),
        'others-ended': t('done.others-ended'),
        seen: t('done.seen'),
      })}
      back={context.app === 'portal' ? { href: '/account', text: t('account') } : undefined}
    >
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {notices.length > 0 ? <NewDevices context={context} notices={notices} /> : null}
      {here.map((session) => (
        <SessionCard context={context} session={session} here />
      ))}
      {others.map((session) => (
        <>
          <SessionCard context={context} session={session} />
          <form method="post" action={`/account/sessions/${session.id}/ending`}>
            <Button kind="secondary">
              {t('end')}
              <span class="govuk-visually-hidden"> ({deviceName(context.language, session.userAgent)})</span>
            </Button>
          </form>
        </>
      ))}
      <p class="govuk-hint">{t('placeHint')}</p>
      {context.app === 'desk' && (
        <p>
          <a class="govuk-link" href="/account/passkeys">
            {ownPasskeysTexts(context.language)('title')}
          </a>
        </p>
      )}
      {others.length > 0 ? (
        <Button kind="warning" href="/account/sessions/others/ending">
          {t('endOthers')}
        </Button>
      ) : (
        <p>{t('onlyHere')}</p>
      )}
    </SitePage>
  );
}

/** Devices never seen before, until the officer says that they are known. */
function NewDevices({ context: { language }, notices }: { context: PageContext; notices: DeviceNotice[] }) {
  const t = ownSessionsTexts(language);
  return (
    <>
      <h2>{t('newDevices')}</h2>
      <ul>
        {notices.map(({ userAgent, network, at }) => (
          <li>
            {t('newDevice', {
              device: deviceName(language, userAgent),
              place: placeName(language, network),
              time: formatDateTime(language, at),
            })}
          </li>
        ))}
      </ul>
      <p>{t('newDevicesHelp')}</p>
      <form method="post" action="/account/sessions/notices/seen">
        <Button preventDoubleClick>{t('newDevicesSeen')}</Button>
      </form>
    </>
  );
}

function SessionCard(props: { context: PageContext; session: Session; here?: boolean }) {
  const { language } = props.context;
  const { userAgent, network, createdAt, lastSeenAt, expiresAt } = props.session;
  const t = ownSessionsTexts(language);
  return (
    <SummaryList
      card={{ title: deviceName(language, userAgent) }}
      rows={[
        ...(props.here ? [{ key: <Tag colour="green">{t('here')}</Tag>, value: '' }] : []),
        { key: t('network'), value: startBig(placeName(language, network)) },
        { key: t('created'), value: formatDateTime(language, createdAt) },
        { key: t('lastSeen'), value: formatDateTime(language, lastSeenAt) },
        { key: t('ends'), value: formatDateTime(language, expiresAt) },
      ]}
    />
  );
}

/** The last look before everybody else is signed out. */
export function endOthersPage(context: PageContext) {
  const t = ownSessionsTexts(context.language);
  return (
    <SitePage
      context={context}
      title={t('endOthersTitle')}
      back={{ href: '/account/sessions', text: t('back') }}
    >
      <PageHeading lead={t(context.app === 'portal' ? 'endOthersLead' : 'endOthersLeadDesk')}>
        {t('endOthersTitle')}
      </PageHeading>
      <form method="post">
        <ButtonGroup>
          <Button kind="warning">{t('endOthersButton')}</Button>
          <a class="govuk-link" href="/account/sessions">
            {t('keep')}
          </a>
        </ButtonGroup>
      </form>
    </SitePage>
  );
}
