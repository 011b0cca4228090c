import { formatDate, formatDateTime } from '#lib/calendar';
import { Button, type PageContext, PageHeading, SitePage, SummaryList, Tag } from '#lib/web';
import { PasskeyCeremony } from '../ceremony/passkey-ceremony.js';
import type { Passkey } from '../passkey/passkey.entity.js';
import { maskIdNumber } from '../person/mask-id-number.js';
import type { PersonalDetails } from '../person/personal-details.js';
import { accountTexts } from './texts.js';

/** Who I am here, and the passkeys that open this account. */
export function accountPage(context: PageContext, person: PersonalDetails, passkeys: Passkey[]) {
  const t = accountTexts(context.language);
  return (
    <SitePage context={context} title={t('title')}>
      <PageHeading>{t('title')}</PageHeading>
      <SummaryList
        rows={[
          { key: t('name'), value: person.fullName },
          { key: t('idNumber'), value: maskIdNumber(person.idNumber) },
          { key: t('birthDate'), value: formatDate(context.language, person.birthDate) },
          { key: t('assurance'), value: t(`assurance${person.assurance}`) },
        ]}
      />
      <h2>{t('passkeys')}</h2>
      <p>{t('passkeysLead')}</p>
      {passkeys.map((passkey) => (
        <PasskeyCard context={context} passkey={passkey} />
      ))}
      <Button href="/account/passkeys/new">{t('add')}</Button>
    </SitePage>
  );
}

function PasskeyCard({ context, passkey }: { context: PageContext; passkey: Passkey }) {
  const t = accountTexts(context.language);
  const { name, createdAt, lastUsedAt, backedUp } = passkey;
  return (
    <SummaryList
      card={{ title: name ?? t('unnamed'), headingLevel: 3 }}
      rows={[
        { key: t('created'), value: formatDateTime(context.language, createdAt) },
        {
          key: t('lastUsed'),
          value: lastUsedAt ? formatDateTime(context.language, lastUsedAt) : t('neverUsed'),
        },
        {
          key: t('kept'),
          value: <Tag colour={backedUp ? 'green' : 'grey'}>{t(backedUp ? 'synced' : 'oneDevice')}</Tag>,
        },
      ]}
    />
  );
}

/** What a further passkey is, before the window of the device opens. */
export function addPasskeyPage(context: PageContext) {
  const t = accountTexts(context.language);
  return (
    <SitePage
      context={context}
      title={t('addTitle')}
      islands={['passkey']}
      back={{ href: '/account', text: t('back') }}
    >
      <PageHeading lead={t('addLead')}>{t('addTitle')}</PageHeading>
      <p>{t('addWhat')}</p>
      <PasskeyCeremony
        context={context}
        kind="register"
        challengeHref="/account/passkeys/challenge"
        verifyHref="/account/passkeys"
        button={t('addButton')}
      />
    </SitePage>
  );
}
