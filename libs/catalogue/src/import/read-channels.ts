import { bracketed } from './bracketed.js';
import { type ChannelRow, splitChannelTable } from './channel-table.js';
import { saysNothing } from './clean-text.js';
import type { Channel, ChannelKind, Deadline, Flag } from './procedure-facts.js';
import { contradictsUnit, readDeadline } from './read-deadline.js';
import { readFee } from './read-fee.js';

/** The channels of a procedure, one a kind, in the order of the portal. */
export function readChannels(text: string, flags: Flag[]): Channel[] {
  const rows = splitChannelTable(text);
  if (!rows) {
    if (!saysNothing(text)) flags.push({ code: 'channels-unread', field: 'channels', raw: text });
    return [];
  }
  const byKind = new Map<ChannelKind, ChannelRow[]>();
  for (const row of rows) {
    const rowsOfKind = byKind.get(row.kind);
    if (rowsOfKind) rowsOfKind.push(row);
    else byKind.set(row.kind, [row]);
  }
  const channels = [...byKind].map(([kind, rowsOfKind]) => readChannel(kind, rowsOfKind, flags));
  addNotedChannels(channels, flags);
  if (channels.every((channel) => channel.deadlines.length === 0))
    flags.push({ code: 'deadline-missing', field: 'channels' });
  return channels;
}

function readChannel(kind: ChannelKind, rows: ChannelRow[], flags: Flag[]): Channel {
  const channel: Channel = { kind, deadlines: [], fees: [] };
  const unread: string[] = [];
  const notes: string[] = [];
  let free = false;

  for (const row of rows) {
    const said = readFee(row, flags);
    free ||= said.free;
    if (said.fee) channel.fees.push(said.fee);

    // Without a fee the brackets belong to the note: "Không có thông tin(a) Đối với cấp Giấy chứng nhận…".
    const note = row.fee.startsWith('Không') ? row.rest : bracketed(row.rest).after;
    if (note !== '') notes.push(note);
    const deadline = readDeadline(row, note, flags);
    if (typeof deadline === 'string') unread.push(deadline);
    else if (deadline) {
      if (contradictsUnit(deadline, row.rest))
        flags.push({ code: 'deadline-unit-contradicted', field: 'channels', raw: row.raw });
      channel.deadlines.push(rows.length > 1 && note !== '' ? { ...deadline, condition: note } : deadline);
    }
  }

  channel.deadlines = withoutNeedlessConditions(distinct(channel.deadlines));
  channel.fees = distinct(channel.fees);
  if (unread.length > 0) channel.unreadDeadlines = [...new Set(unread)];
  if (free && channel.fees.length === 0) channel.free = true;
  if (notes.length > 0) channel.note = [...new Set(notes)].join('\n');
  channel.raw = rows.map((row) => row.raw).join('\n');
  return channel;
}

const notedChannels =
  /Cách thức nộp hồ sơ\s*:?\s*((?:(?:qua )?(?:trực tuyến|trực tiếp|dịch vụ bưu chính)(?: hoặc |, |(?=\.|\n|$)))+)/iu;
const words: [string, ChannelKind][] = [
  ['trực tuyến', 'online'],
  ['trực tiếp', 'in-person'],
  ['dịch vụ bưu chính', 'post'],
];

/** A note may list more ways than the table: "Cách thức nộp hồ sơ: Trực tuyến hoặc trực tiếp hoặc qua dịch vụ bưu chính". */
function addNotedChannels(channels: Channel[], flags: Flag[]): void {
  const [first] = channels;
  const noted = channels.length === 1 ? notedChannels.exec(first?.note ?? '')?.[1] : undefined;
  if (!first || noted === undefined) return;
  for (const [word, kind] of words) {
    if (kind === first.kind || !noted.toLowerCase().includes(word)) continue;
    flags.push({ code: 'channel-from-note', field: 'channels', raw: noted });
    channels.push({ kind, deadlines: first.deadlines, fees: [], note: noted.trim() });
  }
}

/** Where all rows of a channel state the same time, the words beside them do not set them apart. */
function withoutNeedlessConditions(deadlines: Deadline[]): Deadline[] {
  const times = distinct(deadlines.map(({ amount, unit }) => ({ amount, unit })));
  return times.length === 1 ? times : deadlines;
}

function distinct<T>(values: T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
