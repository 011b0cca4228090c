import { formatDateTime } from '#lib/calendar';
import type { Contact } from '#lib/notifications';
import {
  Button,
  doneFlash,
  ErrorSummary,
  Input,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
  SummaryList,
} from '#lib/web';
import { stepUpAddress } from '../step-up/freshness.js';
import { contactTexts } from './texts.js';

interface ContactPageProps {
  context: PageContext;
  contact: Contact;
  /** Whether the reader has just shown that it is them: else the page is to read. */
  fresh: boolean;
  /** What was typed and is no address. */
  mistake?: string;
}

const home = '/account/contact';

/** The address, the code that waits, the switch. */
export function ContactPage({ context, contact, fresh, mistake }: ContactPageProps) {
  const { language } = context;
  const t = contactTexts(language);
  const wrong = mistake !== undefined;
  return (
    <SitePage
      context={context}
      title={t('title')}
      back={{ href: '/account', text: t('back') }}
      errors={wrong}
      flash={doneFlash(context, {
        'code-sent': t('done-code-sent'),
        verified: t('done-verified'),
        on: t('done-on'),
        off: t('done-off'),
        removed: t('done-removed'),
      })}
    >
      {wrong && <ErrorSummary errors={[{ text: t('no-address'), href: '#address' }]} />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <RefusedNotice context={context} />
      {contact.address && contact.verifiedAt && (
        <SummaryList
          rows={[
            { key: t('address'), value: contact.address },
            { key: t('verified'), value: formatDateTime(language, contact.verifiedAt) },
            { key: t('notices'), value: t(contact.notices ? 'on' : 'off') },
          ]}
        />
      )}
      {contact.pending && <CodeForm language={language} pending={contact.pending} />}
      {fresh ? (
        <>
          {contact.address && <Switches language={language} notices={contact.notices} />}
          <form method="post" action={home} noValidate>
            <h2>{t(contact.address ? 'change' : 'add')}</h2>
            <Input
              name="address"
              type="email"
              label={t('address')}
              hint={t('address-hint')}
              value={mistake}
              error={wrong ? t('no-address') : undefined}
              autocomplete="email"
              spellcheck={false}
            />
            <Button kind={contact.pending ? 'secondary' : 'primary'}>{t('send-code')}</Button>
          </form>
        </>
      ) : (
        <>
          <p>{t('step-up')}</p>
          <Button kind="secondary" href={stepUpAddress(home)}>
            {t('step-up-button')}
          </Button>
        </>
      )}
      <p class="secondary">{t('what-mails-say')}</p>
    </SitePage>
  );
}

function CodeForm({ language, pending }: { language: PageContext['language']; pending: string }) {
  const t = contactTexts(language);
  return (
    <form method="post" action={`${home}/code`} noValidate>
      <h2>{t('enter-code')}</h2>
      <Input
        name="code"
        label={t('code')}
        hint={t('code-hint', { address: pending })}
        inputmode="numeric"
        autocomplete="one-time-code"
        width={10}
      />
      <Button>{t('confirm')}</Button>
    </form>
  );
}

function Switches({ language, notices }: { language: PageContext['language']; notices: boolean }) {
  const t = contactTexts(language);
  return (
    <>
      <form method="post" action={`${home}/notices`}>
        <input type="hidden" name="notices" value={notices ? 'off' : 'on'} />
        <Button kind="secondary">{t(notices ? 'turn-off' : 'turn-on')}</Button>
      </form>
      <form method="post" action={`${home}/removal`}>
        <Button kind="secondary">{t('remove')}</Button>
      </form>
    </>
  );
}
