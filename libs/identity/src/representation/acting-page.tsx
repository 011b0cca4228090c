import { formatDate, formatTime } from '#lib/calendar';
import {
  Button,
  doneFlash,
  InsetText,
  LinkList,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
} from '#lib/web';
import { mandateRules } from './mandate-rules.js';
import type { OpenMandate } from './read-mandates.js';
import { representedName } from './read-mandates.js';
import { forWhat } from './for-what.js';
import { representationTexts } from './texts.js';

interface Acting {
  registerAway: boolean;
  /** What the reader is asked to accept. */
  asked: OpenMandate[];
  /** Mandates of the reader. */
  held: OpenMandate[];
  /** Mandates of others for the reader or an organisation of theirs. */
  over: OpenMandate[];
  /** What the reader ended and can give again. */
  renewable: OpenMandate[];
  /** Names of those others, by their id; of who has not accepted, by that of the mandate, where a name was given. */
  names: Map<string, string>;
  /** Of fields and procedures that mandates are limited to. */
  scopeNames: Map<string, string>;
}

/** For whom I may act and why, who may act for me, and the end of either. */
export function actingPage(context: PageContext, acting: Acting) {
  const { registerAway, asked, held, over, renewable, names, scopeNames } = acting;
  const t = representationTexts(context.language);
  return (
    <SitePage
      context={context}
      title={t('title')}
      back={{ href: '/account', text: t('account') }}
      flash={doneFlash(context, {
        asked: t('done.asked'),
        accepted: t('done.accepted'),
        ended: t('done.ended'),
        renewed: t('done.renewed'),
        agreed: t('done.agreed'),
      })}
    >
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {registerAway ? <InsetText>{t('registerAway')}</InsetText> : null}
      {asked.length > 0 ? <h2>{t('asked')}</h2> : null}
      {asked.map((mandate) => (
        <>
          <MandateCard
            context={context}
            mandate={mandate}
            mine
            title={representedName(mandate)}
            scopeNames={scopeNames}
            end={undefined}
          />
          <form method="post" action={`/account/acting/${mandate.id}/acceptance`}>
            <Button preventDoubleClick>
              {t('accept')}
              <span class="govuk-visually-hidden"> ({representedName(mandate)})</span>
            </Button>
          </form>
          <form method="post" action={`/account/acting/${mandate.id}/ending`}>
            <Button kind="secondary" preventDoubleClick>
              {t('decline')}
              <span class="govuk-visually-hidden"> ({representedName(mandate)})</span>
            </Button>
          </form>
        </>
      ))}
      <h2>{t('iMay')}</h2>
      {held.length === 0 ? <p>{t('iMayNobody')}</p> : null}
      {held.map((mandate) => (
        <MandateCard
          context={context}
          mandate={mandate}
          mine
          title={representedName(mandate)}
          scopeNames={scopeNames}
          end={
            mandate.grantedHow === 'represented' || mandate.grantedHow === 'counter'
              ? t('endMine')
              : undefined
          }
        />
      ))}
      <p class="secondary">{t('iMayHow')}</p>
      <h2>{t('mayForMe')}</h2>
      {over.length === 0 ? <p>{t('mayForMeNobody')}</p> : null}
      {over.map((mandate) => (
        <MandateCard
          context={context}
          mandate={mandate}
          title={whoActs(mandate, names, t('notAccepted'))}
          scopeNames={scopeNames}
          end={t('endTheirs')}
        />
      ))}
      {over.length > 0 ? <p class="secondary">{t('endNote')}</p> : null}
      {renewable.length > 0 ? <h2>{t('endedByYou')}</h2> : null}
      <LinkList
        links={renewable.map((mandate) => ({
          href: `/account/acting/${mandate.id}/renewal`,
          title: t('renewTitle', {
            name: names.get(mandate.representativeId ?? '') ?? '',
            represented: representedName(mandate),
          }),
          text: t(`as.${mandate.kind}`),
        }))}
      />
      <p>
        <a href="/account/acting/assistance">{t('assistanceLink')}</a>
      </p>
      <p>
        <a href="/account/acting/assisting">{t('assistingLink')}</a>
      </p>
      {held.some(({ kind }) => mandateRules[kind].preparesOnly) ? (
        <p>
          <a href="/assisted-supplements">{t('supplementLink')}</a>
        </p>
      ) : null}
    </SitePage>
  );
}

interface MandateCardProps {
  context: PageContext;
  mandate: OpenMandate;
  /** Whether the reader is who may act, or is asked to. */
  mine?: boolean;
  title: string;
  scopeNames: Map<string, string>;
  /** Words of the button that ends it; none where it follows from a register. */
  end: string | undefined;
}

/** Who may act: by name, and whether they have yet to accept. */
function whoActs(
  { id, representativeId }: OpenMandate,
  names: Map<string, string>,
  notAccepted: string,
): string {
  if (representativeId) return names.get(representativeId) ?? '';
  const asked = names.get(id);
  return asked ? `${asked} (${notAccepted})` : notAccepted;
}

function MandateCard({ context, mandate, mine = false, title, scopeNames, end }: MandateCardProps) {
  const { language } = context;
  const t = representationTexts(language);
  const { kind, represented, grantedHow, grantedAt, id } = mandate;
  const name = representedName(mandate);
  return (
    <>
      <SummaryList
        card={{ title }}
        rows={[
          ...(name === title ? [] : [{ key: t('who'), value: name }]),
          ...(represented.kind === 'organisation' ? [{ key: t('taxCode'), value: represented.taxCode }] : []),
          { key: t('as'), value: t(`as.${kind}`) },
          { key: t('why'), value: t(`why.${grantedHow}`, { date: formatDate(language, grantedAt) }) },
          { key: t('forWhat'), value: forWhat(language, mandate, { mine, scopeNames }) },
          { key: t('until'), value: until(mandate, language) },
        ]}
      />
      {end === undefined ? null : (
        <form method="post" action={`/account/acting/${id}/ending`}>
          <Button kind="secondary" preventDoubleClick>
            {end}
            <span class="govuk-visually-hidden"> ({title})</span>
          </Button>
        </form>
      )}
    </>
  );
}

function until({ kind, validUntil }: OpenMandate, language: PageContext['language']): string {
  const t = representationTexts(language);
  if (!validUntil) return t('untilEnded');
  const date = formatDate(language, validUntil);
  if (kind === 'parent') return t('untilBirthday', { date });
  return t('untilDate', { date, time: formatTime(language, validUntil) });
}
