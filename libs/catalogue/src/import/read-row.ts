import { cleanLine, saysNothing } from './clean-text.js';
import type { Flag, ImportedRow, ProcedureFacts, Prose, Rejection } from './procedure-facts.js';
import { parseRow, type RawRow } from './raw-row.js';
import { readAgencies } from './read-agencies.js';
import { readChannels } from './read-channels.js';
import { readLegalGrounds } from './read-legal-grounds.js';
import { readApplicants, readKind, readLevels } from './read-lists.js';
import { type ReadPapers, readPapers } from './read-papers.js';
import { readResults } from './read-results.js';
import { readTitle } from './read-title.js';
import { codeOnPage, legalGroundsOnPage, papersOnPage, resultsOnPage } from './recover-section.js';
import { slugOf } from './slug-of.js';

/**
 * Reads one line of the national export (`procedures.jsonl`). Every line is either imported, with flags where
 * something could not be read with certainty, or rejected with a reason. Never throws, whatever the line.
 */
export function readRow(line: string, lineNumber: number): ImportedRow | Rejection {
  const parsed = parseRow(line, lineNumber);
  if ('reason' in parsed) return parsed;
  const { row, flags } = parsed;
  const facts = readFacts(row, flags);
  return { line: lineNumber, facts, flags: flags.map(cutRaw) };
}

function readFacts(row: RawRow, flags: Flag[]): ProcedureFacts {
  checkPage(row, flags);
  const field = cleanLine(row.linh_vuc);
  if (slugOf(field) === '') flags.push({ code: 'missing', field: 'field' });
  if (!/^[a-z0-9-]+$/.test(row.bo_nganh))
    flags.push({ code: 'unknown-ministry', field: 'ministry', raw: row.bo_nganh });

  const levels = readLevels(row.cap_thuc_hien, flags);
  const kind = readKind(row.loai_thu_tuc, flags);
  const { applicants, others } = readApplicants(cleanLine(row.doi_tuong_thuc_hien), flags);
  if (levels.length === 0) flags.push({ code: 'missing', field: 'levels' });
  if (applicants.length + others.length === 0) flags.push({ code: 'missing', field: 'applicants' });
  const channels = readChannels(row.cach_thuc_thuc_hien, flags);
  if (channels.length === 0 && !flags.some((flag) => flag.code === 'channels-unread'))
    flags.push({ code: 'missing', field: 'channels' });
  const { papers, notes, cases } = readPapersOfRow(row, flags);

  return {
    code: row.ma_thu_tuc,
    title: readTitle(row.ten_thu_tuc),
    officialTitle: cleanLine(row.ten_thu_tuc),
    ...(saysNothing(row.so_quyet_dinh) ? {} : { decisionNumber: cleanLine(row.so_quyet_dinh) }),
    levels,
    ...(kind ? { kind } : {}),
    field,
    fieldSlug: slugOf(field),
    ministry: slugOf(row.bo_nganh),
    applicants,
    ...(others.length > 0 ? { otherApplicants: others } : {}),
    agencies: readAgencies(row.co_quan_thuc_hien),
    authorities: readAgencies(row.co_quan_co_tham_quyen),
    channels,
    papers,
    cases,
    results: readResultsOfRow(row, flags),
    legalGrounds: readLegalGroundsOfRow(row, flags),
    ...(/^https:\/\/[\w.-]+\/[\w./-]*$/.test(row.detail_url) ? { source: row.detail_url } : {}),
    prose: readProse(row, notes),
  };
}

/** What makes the whole row doubtful. */
function checkPage(row: RawRow, flags: Flag[]): void {
  const onPage = codeOnPage(row.raw_text);
  if (onPage !== undefined && onPage !== row.ma_thu_tuc)
    flags.push({ code: 'page-is-another-procedure', field: 'code', raw: onPage });
  const texts = `${row.trinh_tu_thuc_hien}\n${row.cach_thuc_thuc_hien}\n${row.thanh_phan_ho_so}\n${row.co_quan_thuc_hien}`;
  const district = /cấp huyện|UBND huyện|(?:ủy|uỷ) ban nhân dân (?:quận|huyện)/iu.exec(texts);
  if (district) {
    const raw = texts.slice(Math.max(0, district.index - 60), district.index + 80);
    flags.push({ code: 'district-mentioned', field: 'prose', raw });
  }
}

function readPapersOfRow(row: RawRow, flags: Flag[]): ReadPapers {
  const doubts: Flag[] = [];
  const read = readPapers(row.thanh_phan_ho_so, doubts);
  if (read && !doubts.some((flag) => flag.code === 'papers-unread')) {
    flags.push(...doubts);
    return read;
  }
  const section = papersOnPage(row.raw_text);
  const pageDoubts: Flag[] = [];
  const onPage = section === undefined ? undefined : readPapers(section, pageDoubts);
  if (onPage && onPage.papers.length > (read?.papers.length ?? 0)) {
    flags.push(...pageDoubts, { code: 'papers-from-page', field: 'papers' });
    return onPage;
  }
  flags.push(...doubts);
  if (!read) flags.push({ code: 'papers-missing', field: 'papers' });
  return read ?? { papers: [], notes: [], cases: [] };
}

function readResultsOfRow(row: RawRow, flags: Flag[]): ProcedureFacts['results'] {
  const section = row.ket_qua_xu_ly.includes('Từ khóa') ? undefined : resultsOnPage(row.raw_text);
  if (section !== undefined) flags.push({ code: 'results-from-page', field: 'results' });
  const results = readResults(section ?? row.ket_qua_xu_ly, flags);
  if (results.length === 0) flags.push({ code: 'results-missing', field: 'results' });
  return results;
}

function readLegalGroundsOfRow(row: RawRow, flags: Flag[]): ProcedureFacts['legalGrounds'] {
  const text = row.can_cu_phap_ly;
  const section =
    text.startsWith('Tên văn bản') || saysNothing(text) ? undefined : legalGroundsOnPage(row.raw_text);
  if (section !== undefined) flags.push({ code: 'legal-grounds-from-page', field: 'legalGrounds' });
  return readLegalGrounds(section ?? text, flags);
}

function readProse(row: RawRow, paperNotes: NonNullable<Prose['paperNotes']>): Prose {
  const texts = {
    steps: row.trinh_tu_thuc_hien,
    conditions: row.yeu_cau_dieu_kien,
    channels: row.cach_thuc_thuc_hien,
    address: row.dia_chi_tiep_nhan,
  };
  const said = Object.entries(texts).filter(([, text]) => !saysNothing(text));
  return { ...Object.fromEntries(said), ...(paperNotes.length > 0 ? { paperNotes } : {}) };
}

function cutRaw(flag: Flag): Flag {
  return flag.raw !== undefined && flag.raw.length > 200 ? { ...flag, raw: flag.raw.slice(0, 200) } : flag;
}
