import { formatDateTime } from '#lib/calendar';
import {
  Button,
  Details,
  doneFlash,
  ErrorSummary,
  Input,
  InsetText,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
  Tag,
} from '#lib/web';
import type { AcceptedPasskeys } from '../passkey/accepted-passkeys.js';
import type { Passkey } from '../passkey/passkey.entity.js';
import { mostPasskeys } from '../passkey/refuse-too-many-passkeys.js';
import { passkeyName } from './passkey-name.js';
import { ownPasskeysTexts } from './texts.js';

interface Shown {
  passkeys: Passkey[];
  /** What the browser tells the keepers of passkeys each time this page opens: after a removal, that there is one less. */
  accepted: AcceptedPasskeys | undefined;
  /** A name that cannot be one, as it was typed. */
  mistake?: { id: string; typed: string };
}

/** The passkeys that open this account, each with its name and its story. */
export function ownPasskeysPage(context: PageContext, { passkeys, accepted, mistake }: Shown) {
  const t = ownPasskeysTexts(context.language);
  return (
    <SitePage
      context={context}
      title={t('title')}
      errors={mistake !== undefined}
      islands={['accepted-passkeys']}
      back={home(context)}
      flash={doneFlash(context, {
        added: t('done.added'),
        renamed: t('done.renamed'),
        removed: t('done.removed'),
      })}
    >
      {mistake && <ErrorSummary errors={[{ text: t('nameMissing'), href: `#name-${mistake.id}` }]} />}
      <PageHeading lead={t(atPortal(context) ? 'lead' : 'leadDesk')}>{t('title')}</PageHeading>
      <div data-accepted-passkeys={JSON.stringify(accepted)}>
        {passkeys.map((passkey) => (
          <PasskeyCard
            context={context}
            passkey={passkey}
            typed={mistake?.id === passkey.id ? mistake.typed : undefined}
          />
        ))}
      </div>
      <HowToAdd context={context} held={passkeys.length} />
    </SitePage>
  );
}

function HowToAdd({ context, held }: { context: PageContext; held: number }) {
  const t = ownPasskeysTexts(context.language);
  if (held >= mostPasskeys) return <InsetText>{t('most', { most: mostPasskeys })}</InsetText>;
  if (!atPortal(context)) return <InsetText>{t('addDesk')}</InsetText>;
  return <Button href="/account/passkeys/new">{t('add')}</Button>;
}

function home(context: PageContext) {
  const t = ownPasskeysTexts(context.language);
  return atPortal(context)
    ? { href: '/account', text: t('account') }
    : { href: '/account/sessions', text: t('sessions') };
}

function atPortal({ app }: PageContext): boolean {
  return app === 'portal';
}

function PasskeyCard(props: { context: PageContext; passkey: Passkey; typed: string | undefined }) {
  const { language } = props.context;
  const t = ownPasskeysTexts(language);
  const { id, createdAt, lastUsedAt, backedUp } = props.passkey;
  const name = passkeyName(language, props.passkey);
  return (
    <>
      <SummaryList
        card={{ title: name, actions: [{ href: `/account/passkeys/${id}/removal`, text: t('remove') }] }}
        rows={[
          { key: t('created'), value: formatDateTime(language, createdAt) },
          { key: t('lastUsed'), value: lastUsedAt ? formatDateTime(language, lastUsedAt) : t('neverUsed') },
          {
            key: t('kept'),
            value: <Tag colour={backedUp ? 'green' : 'grey'}>{t(backedUp ? 'synced' : 'oneDevice')}</Tag>,
          },
        ]}
      />
      <Details
        open={props.typed !== undefined}
        summary={
          <>
            {t('rename')}
            <span class="govuk-visually-hidden"> ({name})</span>
          </>
        }
      >
        <form method="post" action={`/account/passkeys/${id}/name`} novalidate>
          <Input
            id={`name-${id}`}
            name="name"
            label={t('renameField')}
            hint={t('renameHint')}
            value={props.typed ?? name}
            autocomplete="off"
            attributes={{ maxlength: '60' }}
            error={props.typed === undefined ? undefined : t('nameMissing')}
          />
          <Button kind="secondary">{t('save')}</Button>
        </form>
      </Details>
    </>
  );
}
