import { formatDate } from '#lib/calendar';
import type { RegisterPerson } from '#lib/registries';
import {
  ErrorSummary,
  InsetText,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
  SummaryList,
  WarningText,
} from '#lib/web';
import { countryName } from './country-name.js';
import { type MatterContent, namesDiffer } from './matter-content.js';
import { ForeignCheckForm, MatterDecisionForm } from './matter-forms.js';
import type { Mistake } from './mistake.js';
import type { Typed } from './read-foreign-identity.js';
import { matterTexts } from './texts.js';
import type { MatterView } from './view-matter.js';

export interface Posted {
  mistakes: Mistake[];
  typed: Typed;
  /** The resident's name, where it is not the one asserted abroad. */
  registered?: string;
}

/** A matter: what is claimed, on which paper, whom the register knows; and the officer's part of it. */
export function matterPage(
  context: PageContext,
  view: MatterView,
  posted: Posted = { mistakes: [], typed: {} },
) {
  const t = matterTexts(context.language);
  const { matter, content, people, first } = view;
  const { mistakes } = posted;
  const title = t(`kind-${matter.kind}`);
  return (
    <SitePage
      context={context}
      title={title}
      back={{ href: '/counter', text: t('counter') }}
      errors={mistakes.length > 0}
    >
      {mistakes.length > 0 ? (
        <ErrorSummary
          errors={mistakes.map(({ input, sentence }) => ({ text: sentence, href: `#${input}` }))}
        />
      ) : null}
      <RefusedNotice context={context} />
      <PageHeading lead={t(first ? `first-${content.kind}` : 'secondLead')}>{title}</PageHeading>
      <InsetText>{t('recorded')}</InsetText>
      <Claimed context={context} content={content} />
      {[...people.values()].map((person) => (
        <PersonCard context={context} person={person} role={roleOf(content, person)} />
      ))}
      {namesDiffer(content) ? <WarningText>{t('namesDiffer')}</WarningText> : null}
      {matter.state === 'open' && content.kind === 'foreign-identity' ? (
        <ForeignCheckForm {...{ t, content, posted }} id={matter.id} />
      ) : null}
      {matter.state === 'checked' && first ? <InsetText>{t('waitForSecond')}</InsetText> : null}
      {matter.state === 'checked' && !first ? (
        <MatterDecisionForm {...{ t, matter, posted }} differ={namesDiffer(content)} />
      ) : null}
      {matter.state === 'approved' || matter.state === 'refused' ? (
        <InsetText>{t(matter.state)}</InsetText>
      ) : null}
    </SitePage>
  );
}

function roleOf(content: MatterContent, { idNumber }: RegisterPerson): 'resident' | 'guardian' | 'ward' {
  if (content.kind === 'foreign-identity') return 'resident';
  return content.wardIdNumber === idNumber ? 'ward' : 'guardian';
}

function PersonCard({
  context,
  person,
  role,
}: {
  context: PageContext;
  person: RegisterPerson;
  role: ReturnType<typeof roleOf>;
}) {
  const t = matterTexts(context.language);
  return (
    <SummaryList
      card={{ title: t(role) }}
      rows={[
        { key: t('name'), value: <strong>{person.fullName}</strong> },
        { key: t('idNumber'), value: person.idNumber },
        { key: t('birthDate'), value: formatDate(context.language, person.birthDate) },
        { key: t('nationality'), value: countryName(context.language, person.nationality) },
        ...(person.deceased ? [{ key: t('note'), value: t('deceasedText') }] : []),
      ]}
    />
  );
}

/** What a foreign provider asserted and which paper was compared; or which paper a guardianship rests on. */
function Claimed({ context, content }: { context: PageContext; content: MatterContent }) {
  const { language } = context;
  const t = matterTexts(language);
  if (content.kind === 'foreign-identity')
    return (
      <SummaryList
        card={{ title: t('asserted') }}
        rows={[
          { key: t('assertedName'), value: <strong>{content.name}</strong> },
          { key: t('issuer'), value: t('foreignIssuer', { host: new URL(content.issuer).hostname }) },
          ...(content.proof
            ? [{ key: t(`document-${content.proof.document}`), value: content.proof.number }]
            : []),
        ]}
      />
    );
  const { decision, lastDay } = content;
  return (
    <SummaryList
      card={{ title: t(`ground-${decision.ground}`) }}
      rows={[
        { key: t('number'), value: decision.number },
        { key: t('date'), value: formatDate(language, decision.date) },
        { key: t('issuedBy'), value: decision.issuedBy },
        ...(lastDay ? [{ key: t('lastDay'), value: formatDate(language, lastDay) }] : []),
      ]}
    />
  );
}
