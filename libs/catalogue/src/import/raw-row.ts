import { cleanProse } from './clean-text.js';
import type { Flag, Rejection } from './procedure-facts.js';

/** Columns of the national export that are read. */
export const columns = [
  'ma_thu_tuc',
  'detail_url',
  'ten_thu_tuc',
  'so_quyet_dinh',
  'cap_thuc_hien',
  'loai_thu_tuc',
  'linh_vuc',
  'doi_tuong_thuc_hien',
  'co_quan_co_tham_quyen',
  'dia_chi_tiep_nhan',
  'trinh_tu_thuc_hien',
  'cach_thuc_thuc_hien',
  'thanh_phan_ho_so',
  'can_cu_phap_ly',
  'co_quan_thuc_hien',
  'yeu_cau_dieu_kien',
  'ket_qua_xu_ly',
  'raw_text',
  'bo_nganh',
] as const;
export type Column = (typeof columns)[number];

/** A row whose every column is a clean text, empty where absent. */
export type RawRow = Record<Column, string>;

/** In characters. The longest real row has 138,000. */
export const longestLine = 2_000_000;

const codeForm = /^\d\.\d{6}(?:\.[A-Z]\d{2,3})?$/;

/** Reads the line as a row with a code and a title, or says why it is none. Never throws. */
export function parseRow(line: string, lineNumber: number): { row: RawRow; flags: Flag[] } | Rejection {
  if (line.length > longestLine) return { line: lineNumber, reason: 'line-too-long' };
  const parsed = parseJson(line);
  if (parsed === undefined) return { line: lineNumber, reason: 'not-json' };
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed))
    return { line: lineNumber, reason: 'not-an-object' };

  const values = parsed as Record<string, unknown>;
  const flags: Flag[] = [];
  const row = Object.fromEntries(columns.map((column) => [column, textOf(values, column, flags)])) as RawRow;

  const code = row.ma_thu_tuc;
  if (code === '') return { line: lineNumber, reason: 'code-missing' };
  if (!codeForm.test(code)) return { line: lineNumber, code: code.slice(0, 40), reason: 'code-malformed' };
  if (!/\p{L}/u.test(row.ten_thu_tuc)) return { line: lineNumber, code, reason: 'title-missing' };
  return { row, flags };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function textOf(values: Record<string, unknown>, column: Column, flags: Flag[]): string {
  const value = Object.hasOwn(values, column) ? values[column] : undefined;
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') {
    // A code written as a number has lost its trailing zeros: it is not repaired.
    flags.push({ code: 'not-text', field: column });
    return '';
  }
  // Half of a surrogate pair is no character: no database and no page takes it.
  const text = value.replace(/\p{Cs}/gu, '\uFFFD');
  if (text.includes('\uFFFD')) flags.push({ code: 'undecodable', field: column });
  return cleanProse(text);
}
