import {
  Details,
  ErrorSummary,
  Facts,
  type PageContext,
  PageHeading,
  QuickLinks,
  SitePage,
  Steps,
  WarningText,
} from '#lib/web';
import type { DeskTrouble } from '../officers/desk.js';
import { AccessesSection } from './accesses-section.js';
import { AppointSection } from './appoint-section.js';
import { EnterprisesSection } from './enterprises-section.js';
import { MailSection } from './mail-section.js';
import { MessagesSection } from './messages-section.js';
import { NewbornsSection } from './newborns-section.js';
import { OfficersSection } from './officers-section.js';
import { PeopleSection } from './people-section.js';
import type { ConsoleView } from './read-console.js';
import type { SectionProps } from './section-props.js';
import { texts } from './texts.js';

interface ConsolePageProps {
  context: PageContext;
  view: ConsoleView;
  /** What the desk said to what was just asked of it. */
  trouble?: DeskTrouble;
}

const sections = [
  'messages',
  'mail',
  'people',
  'newborns',
  'enterprises',
  'officers',
  'appoint',
  'accesses',
] as const;

/** Everything a tester needs to play both sides, on one page. */
export function ConsolePage({ context, view, trouble }: ConsolePageProps) {
  const { language } = context;
  const t = texts(language);
  const props: SectionProps = { view, language, t };
  return (
    <SitePage context={context} title={t('title')} layout="wide" errors={trouble !== undefined}>
      {trouble ? <Trouble trouble={trouble} {...props} /> : null}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <WarningText>{t('noSignIn')}</WarningText>
      <Facts
        facts={[
          {
            term: t('portal'),
            value: <a href={view.portalOrigin}>{view.portalOrigin}</a>,
            note: t('portalFor'),
          },
          { term: t('desk'), value: <a href={view.deskOrigin}>{view.deskOrigin}</a>, note: t('deskFor') },
          {
            term: t('samples'),
            value: (
              <>
                <a href="/sample-ministry">{t('sampleMinistry')}</a>,{' '}
                <a href="/sample-province">{t('sampleProvince')}</a>
              </>
            ),
            note: t('samplesFor'),
          },
        ]}
      />
      <Details summary={t('steps')} id="steps">
        <TenSteps {...props} />
      </Details>
      <QuickLinks
        label={t('onThisPage')}
        links={sections.map((section) => ({ text: t(section), href: `#${section}` }))}
      />
      <MessagesSection {...props} />
      <MailSection {...props} />
      <PeopleSection {...props} />
      <NewbornsSection {...props} />
      <EnterprisesSection {...props} />
      <OfficersSection {...props} />
      <AppointSection {...props} />
      <AccessesSection {...props} />
    </SitePage>
  );
}

function Trouble({ trouble, view, t }: SectionProps & { trouble: DeskTrouble }) {
  const { title, help } = trouble.words ?? {
    title: t('deskAway'),
    help: t('deskAwayHelp', { desk: view.deskOrigin }),
  };
  return <ErrorSummary title={title} errors={[{ text: help, href: '#officers' }]} />;
}

function TenSteps({ view, t }: SectionProps) {
  const facts = { portal: view.portalOrigin, desk: view.deskOrigin };
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
  return <Steps steps={numbers.map((number) => t(`step${number}`, facts))} />;
}
