import type { ImportedRow } from './procedure-facts.js';
import type { Column } from './raw-row.js';
import { readRow } from './read-row.js';

/** A small row for tests, complete but for what is given. */
export function madeRow(given: Partial<Record<Column, unknown>> = {}): Record<string, unknown> {
  return {
    ma_thu_tuc: '1.001193',
    ten_thu_tuc: 'Thủ tục đăng ký khai sinh',
    so_quyet_dinh: '163/QĐ-BTP',
    cap_thuc_hien: 'Cấp xã',
    loai_thu_tuc: 'TTHC được giao luật quy định chi tiết',
    linh_vuc: 'Hộ tịch',
    doi_tuong_thuc_hien: 'Công dân Việt Nam',
    cach_thuc_thuc_hien: channels('Trực tuyến3 Ngày làm việcMiễn phí'),
    thanh_phan_ho_so: papers('Tờ khai1 bản chính'),
    can_cu_phap_ly: 'Không có thông tin',
    ket_qua_xu_ly: 'Giấy khai sinhMã: KQ.G15.000031Từ khóaKhông có thông tinMô tảKhông có thông tin',
    bo_nganh: 'bo-tu-phap',
    ...given,
  };
}

export const channels = (rows: string) => `Hình thức nộpThời gianPhí, lệ phíMô tả${rows}`;
export const papers = (rows: string, heading = '--') =>
  `${heading}Tên giấy tờMẫu đơn, tờ khaiSố lượng${rows}`;

/** Reads a made row that must be importable. */
export function readMade(given: Partial<Record<Column, unknown>> = {}): ImportedRow {
  const outcome = readRow(JSON.stringify(madeRow(given)), 1);
  if ('reason' in outcome) throw new Error(outcome.reason);
  return outcome;
}

export const flagCodes = (row: ImportedRow) => row.flags.map((flag) => flag.code);
