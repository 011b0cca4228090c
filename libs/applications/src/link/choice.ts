import { formatDate } from '#lib/calendar';
import type { LinkKind } from '#lib/catalogue';
import type { Language } from '#lib/platform';
import type { Link } from './link.js';
import type { Remedy } from './remedies.js';
import { texts } from './texts.js';

/** How a form names something that can be filed: `complaint.5`, `appeal.none.remote`. */
export function choiceName({ kind, act }: Pick<Remedy, 'kind' | 'act'>, remote: boolean): string {
  return [kind, act ?? 'none', ...(remote ? ['remote'] : [])].join('.');
}

/** What a form names, or undefined where it names nothing. */
export function readChoice(text: string): Pick<Link, 'kind' | 'act' | 'remote'> | undefined {
  const [, kind, act, remote] =
    /^(complaint|appeal|correction)\.(none|[1-9]\d{0,8})(\.remote)?$/.exec(text) ?? [];
  if (!kind) return undefined;
  return { kind: kind as LinkKind, act: act === 'none' ? null : Number(act), remote: remote !== undefined };
}

/** What would be filed, in words. */
export function choiceWords({ kind, act, past, at }: Remedy, language: Language): string {
  const t = texts(language);
  if (kind === 'correction') return t('correct-result');
  const date = at ? formatDate(language, at) : '';
  if (kind === 'appeal') return t(act === null ? 'appeal-late' : 'appeal-act', { date });
  return act === null
    ? t('complain-late', { date })
    : t('complain-act', { act: past?.[language] ?? '', date });
}
