import request, { type Response } from 'supertest';
import { Platform } from '#lib/platform';
import type { DataSource } from 'typeorm';
import { runJobs } from '../../../../test/work-off.js';
import { relayProposals, walkProposal } from '../publication/walk-proposal.js';
import type { Browser } from '../../../identity/test/browser.js';

/** Path of the page that an answer leads to. */
export const leadsTo = ({ headers }: Response) => headers.location?.split('?')[0] as string;

/** Sends a form with a file, or without one. */
export function upload(browser: Browser, path: string, fields: Record<string, string>, file?: Buffer) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const sent = request(browser.server)
    .post(path)
    .redirects(0)
    .ok(() => true)
    .set({ host: new URL(browser.origin).host, accept: 'text/html', origin: browser.origin, cookie });
  for (const [name, value] of Object.entries(fields)) sent.field(name, value);
  return file ? sent.attach('file', file, 'definition.yaml') : sent.attach('file', Buffer.alloc(0), '');
}

/** Begins the draft revision of a procedure nobody knew; returns its address. */
export async function beginNew(browser: Browser, code: string, text?: string): Promise<string> {
  return leadsTo(
    await upload(browser, '/design/drafts', { code }, text === undefined ? text : Buffer.from(text)),
  );
}

/** The worker walks every proposal that waits for it through the engine. */
export async function walkProposals(worker: Platform, owner: DataSource): Promise<void> {
  await relayProposals(worker);
  await runJobs(worker, {
    'walk-proposal': (payload) =>
      walkProposal(worker, new Platform(worker.config, owner, worker.clock), (payload as { id: string }).id),
  });
}

/** A whole definition, small. */
export const smallDefinition = (code: string, title = 'Đăng ký nuôi ong') => `# Viết tay
code: "${code}"
title: { vi: ${title}, en: Beekeeping, fr: Apiculture }
field: ho-tich
authority: commune
route: filingPlace
online: full
assurance: 1
applicants: [citizen]
deadline: { workingDays: 3, onSupplement: restart }
fee: { amountDong: 20000 }
papers: []
form:
  pages:
    - id: filing-place
      title: { vi: Nơi nộp, en: Where, fr: Lieu }
      fields:
        - { id: filingPlace, type: address, label: { vi: nơi nộp, en: place, fr: lieu }, detail: none }
    - id: bees
      title: { vi: Đàn ong, en: The bees, fr: Les abeilles }
      fields:
        - { id: hives, type: number, min: 1, label: { vi: số tổ ong, en: number of hives, fr: nombre de ruches } }
workflow: standard
result: { title: { vi: Giấy xác nhận, en: Confirmation, fr: Attestation } }
sources: []
assumptions: []
`;
