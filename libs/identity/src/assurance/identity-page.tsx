import {
  Button,
  Details,
  doneFlash,
  InsetText,
  LinkList,
  type PageContext,
  PageHeading,
  SitePage,
  Table,
} from '#lib/web';
import type { Recovery } from '../recovery/recovery.entity.js';
import { HeldNotice } from '../recovery/held.js';
import { RecoveryUnderWay } from '../recovery/under-way.js';
import { type Assurance, levelMappings } from './levels.js';
import { assuranceTexts } from './texts.js';

interface OwnIdentity {
  assurance: Assurance;
  /** The level a service asked for, and where the person was: they go back there once they have it. */
  needed: Assurance;
  next: string;
  /** A recovery under way, which the holder may cancel. */
  recovery: Recovery | undefined;
  /** See `heldUntilOf`. */
  heldUntil: Date | undefined;
}

/** How surely I am known, what that opens, and how to be known more surely. */
export function identityPage(
  context: PageContext,
  { assurance, needed, next, recovery, heldUntil }: OwnIdentity,
) {
  const t = assuranceTexts(context.language);
  const tooLow = assurance < needed;
  const onward = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <SitePage
      context={context}
      title={t('title')}
      back={{ href: '/account', text: t('account') }}
      flash={doneFlash(context, {
        unlocked: t('done.unlocked'),
        recovered: t('done.recovered'),
        'recovery-cancelled': t('done.recovery-cancelled'),
      })}
    >
      {recovery ? <RecoveryUnderWay context={context} recovery={recovery} /> : null}
      <HeldNotice context={context} until={heldUntil} />
      <PageHeading lead={t(`level${assurance}.means`)}>{t('heading', { level: assurance })}</PageHeading>
      {tooLow ? (
        <InsetText>
          <p>{t('needed', { needed })}</p>
          <p>{t('neededSafe')}</p>
        </InsetText>
      ) : null}
      {!tooLow && next !== '/' ? <Button href={next}>{t('goBack')}</Button> : null}
      {assurance < 2 ? (
        <>
          <h2>{t('raiseTitle')}</h2>
          <LinkList
            links={[
              {
                href: `/sign-in/national?level=2${onward.replace('?', '&')}`,
                title: t('raiseNational'),
                text: t('raiseNationalText'),
              },
              {
                href: `/account/identity/counter${onward}`,
                title: t('raiseCounter'),
                text: t('raiseCounterText'),
              },
            ]}
          />
        </>
      ) : null}
      <h2>{t('levelsTitle')}</h2>
      <Table
        head={[t('levelColumn'), t('opensColumn')]}
        rows={levelMappings.map(({ level }) => [
          {
            content: (
              <>
                <strong>{t('levelName', { level })}</strong>
                <br />
                {t(`level${level}.means`)}
              </>
            ),
          },
          t(`level${level}.opens`),
        ])}
      />
      <Details summary={t('lawTitle')}>
        <p>{t('lawText')}</p>
        <ul>
          {levelMappings.map(({ level, nearestLegalLevel, source, assumed }) => (
            <li>
              {nearestLegalLevel === undefined
                ? t('lawNone', { level })
                : t('lawNearest', { level, legal: nearestLegalLevel, source: source ?? '' })}{' '}
              {assumed ? t('lawAssumed') : ''}
            </li>
          ))}
        </ul>
        <p>{t('lawAges')}</p>
      </Details>
    </SitePage>
  );
}
