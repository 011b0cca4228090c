import type { ApplicantKind, Flag, Level, ProcedureKind } from './procedure-facts.js';

const levelNames: Record<string, Level> = {
  'cấp xã': 'commune',
  'cấp huyện': 'district',
  'cấp tỉnh': 'province',
  'cấp bộ': 'ministry',
  'cơ quan khác': 'other',
};

const kindNames: Record<string, ProcedureKind> = {
  'tthc được giao luật quy định chi tiết': 'detailed-under-law',
  'tthc được luật giao quy định chi tiết': 'detailed-under-law',
  'tthc không được luật giao cho địa phương quy định': 'not-left-to-localities',
  'loại khác': 'other',
};

const applicantNames: Record<string, ApplicantKind> = {
  'công dân việt nam': 'citizen',
  'người việt nam định cư ở nước ngoài': 'overseas-citizen',
  'người nước ngoài cư trú tại việt nam': 'foreign-resident',
  'người nước ngoài': 'foreigner',
  'doanh nghiệp có vốn đầu tư nước ngoài': 'foreign-invested-enterprise',
  'doanh nghiệp việt nam': 'vietnamese-enterprise',
  'doanh nghiệp': 'enterprise',
  'hợp tác xã': 'cooperative',
  'tổ chức (không bao gồm doanh nghiệp, htx)': 'organisation',
  'tổ chức nước ngoài': 'foreign-organisation',
  'tổ chức đảng': 'party-organisation',
  'cán bộ, công chức, viên chức': 'state-officer',
  'đảng viên': 'party-member',
};

export function readLevels(text: string, flags: Flag[]): Level[] {
  const { known, unknown } = readNames(text, levelNames);
  for (const raw of unknown) flags.push({ code: 'unknown-level', field: 'levels', raw });
  return known;
}

export function readKind(text: string, flags: Flag[]): ProcedureKind | undefined {
  if (text === '') return undefined;
  const kind = kindNames[text.toLowerCase()];
  if (!kind) flags.push({ code: 'unknown-kind', field: 'kind', raw: text });
  return kind;
}

export function readApplicants(
  text: string,
  flags: Flag[],
): { applicants: ApplicantKind[]; others: string[] } {
  const { known, unknown } = readNames(text, applicantNames);
  for (const raw of unknown) flags.push({ code: 'unknown-applicant', field: 'applicants', raw });
  return { applicants: known, others: unknown };
}

/** Names divided by commas where a name may itself hold commas: the known names are looked for first. */
function readNames<T>(text: string, names: Record<string, T>): { known: T[]; unknown: string[] } {
  const known: T[] = [];
  const unknown: string[] = [];
  const parts = text.split(/,\s*/).filter((part) => part.trim() !== '');
  for (let at = 0; at < parts.length; ) {
    const taken = [3, 2, 1].find((count) => Object.hasOwn(names, nameOf(parts, at, count))) ?? 1;
    const name = nameOf(parts, at, taken);
    const value = Object.hasOwn(names, name) ? names[name] : undefined;
    if (value === undefined) unknown.push((parts[at] ?? '').trim());
    else if (!known.includes(value)) known.push(value);
    at += value === undefined ? 1 : taken;
  }
  return { known, unknown };
}

function nameOf(parts: string[], at: number, count: number): string {
  return at + count > parts.length
    ? ''
    : parts
        .slice(at, at + count)
        .map((part) => part.trim())
        .join(', ')
        .toLowerCase();
}
