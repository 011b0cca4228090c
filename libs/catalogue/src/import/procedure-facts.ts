/**
 * What the importer reads from one row of the national export. Optional means: the row does not say, or says
 * it in a way that cannot be read with certainty; the row's flags then tell which.
 * All texts are NFC, trimmed, with single spaces.
 */
export interface ProcedureFacts {
  /** National code, `d.dddddd`, a province's own with suffix: `1.001193`, `1.001193.H19`. */
  code: string;
  /** For reading: without the leading "Thủ tục" and the closing full stop, first letter capital. */
  title: string;
  officialTitle: string;
  /** Number of the decision that published the procedure, as written: `163/QĐ-BTP`. */
  decisionNumber?: string;
  /** Levels of government that carry it out; empty when not stated. */
  levels: Level[];
  kind?: ProcedureKind;
  /** Field of government (lĩnh vực): official name and stable ASCII slug. Different spellings may share a slug. */
  field: string;
  fieldSlug: string;
  /** Issuing ministry as the export's folder names it: `bo-tu-phap`. See `data/ministries.yaml`. */
  ministry: string;
  applicants: ApplicantKind[];
  /** Applicants in words that are not on the list. */
  otherApplicants?: string[];
  /** Who carries it out (cơ quan thực hiện), by official name; split at a comma only before a known kind of agency. */
  agencies: string[];
  /** Who decides (cơ quan có thẩm quyền). */
  authorities: string[];
  /** At most one entry a kind. */
  channels: Channel[];
  papers: Paper[];
  /** Where the papers differ by case: the headings, two or more. Headings like "Giấy tờ phải nộp" are none. */
  cases: string[];
  results: Result[];
  legalGrounds: LegalGround[];
  /** The national portal's page, where the full text is. */
  source?: string;
  /** Long texts. Never in the shipped facts. */
  prose?: Prose;
}

export const levels = ['commune', 'district', 'province', 'ministry', 'other'] as const;
export type Level = (typeof levels)[number];

/** By the words of the export: detailed under a law / not left by law to localities / another kind. */
export type ProcedureKind = 'detailed-under-law' | 'not-left-to-localities' | 'other';

export const applicantKinds = [
  'citizen',
  'overseas-citizen',
  'foreigner',
  'foreign-resident',
  'enterprise',
  'vietnamese-enterprise',
  'foreign-invested-enterprise',
  'cooperative',
  'organisation',
  'foreign-organisation',
  'state-officer',
  'party-member',
  'party-organisation',
] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

export type ChannelKind = 'online' | 'in-person' | 'post';

/** One way to file, with all that the portal's table says about it (several rows where cases differ). */
export interface Channel {
  kind: ChannelKind;
  deadlines: Deadline[];
  /** Cells that name no readable time: a bare `1` without unit, words. A bare number is often a place-holder. */
  unreadDeadlines?: string[];
  /** Empty: the portal says nothing, or `free`. */
  fees: Fee[];
  /** Said to be free and nothing beside it contradicts. */
  free?: true;
  note?: string;
  /** The table rows as they stood. */
  raw?: string;
}

export interface Deadline {
  amount: number;
  unit: DeadlineUnit;
  /** When several deadlines stand for one channel: the words beside this one. */
  condition?: string;
}
/** `day` is a calendar day ("Ngày"), `working-day` "Ngày làm việc". */
export type DeadlineUnit =
  | 'working-day'
  | 'day'
  | 'working-hour'
  | 'hour'
  | 'week'
  | 'month'
  | 'year'
  | 'minute';

/**
 * At most one of `amountDong` and `amountUsd`. `raw` is what stood there and could not be read with certainty: alone, or
 * beside the amount that it was repaired to.
 */
export interface Fee {
  amountDong?: number;
  amountUsd?: number;
  raw?: string;
  /** The words in brackets behind the amount: what it is for, for whom. */
  condition?: string;
}

export interface Paper {
  /** The group or case it is listed under; none where the table has only one. */
  case?: string;
  name: string;
  /** File names of the forms offered for it. */
  forms?: string[];
  originals: number;
  copies: number;
}

export interface Result {
  name: string;
  /** National result code, `KQ.G15.000031`. */
  code?: string;
}

export interface LegalGround {
  /** `123/2015/NĐ-CP` */
  number: string;
  title?: string;
}

export interface Prose {
  steps?: string;
  conditions?: string;
  channels?: string;
  /** Notes listed among the papers. */
  paperNotes?: { case?: string; text: string }[];
  address?: string;
}

/** Something in a row that a person should look at. */
export interface Flag {
  code: FlagCode;
  /** Field of `ProcedureFacts`. */
  field: string;
  /** What stood there, cut to 200 characters. */
  raw?: string;
}

/** What each flag means. The importer never guesses silently: it leaves out and flags. */
export const flagMeanings = {
  'not-text': 'a value that is not a text where one belongs; read as absent',
  missing: 'a field that every procedure has is empty',
  undecodable: 'characters that are not UTF-8',
  'page-is-another-procedure': 'the page that was collected carries the code of another procedure',
  'unknown-level': 'a level of government that is not on the list',
  'unknown-applicant': 'a kind of applicant that is not on the list',
  'unknown-kind': 'a kind of procedure that is not on the list',
  'unknown-ministry': 'the issuing ministry is not named by a slug',
  'channels-unread': 'the table of channels cannot be split',
  'channel-from-note': 'a channel that only a note names; its fee is not known',
  'deadline-missing': 'no channel states a time',
  'deadline-without-unit': 'a number without unit, often a place-holder; not taken as a deadline',
  'deadline-from-note': 'the cell states no time, the note opens with the only one; read from there',
  'deadline-in-words': 'words instead of a time',
  'deadline-unit-contradicted':
    'the cell says calendar days, the words beside it the same number of working days, or the reverse',
  'fee-glued-to-deadline':
    'a deadline without unit runs into the amount: "1" and "20" stand as "120"; read where the words beside it say 20.000',
  'fee-repaired': 'under 1,000 dong: "135 VNĐ" where 135.000 is meant; read so',
  'fee-suspiciously-small':
    'under 1,000 dong, and the words beside it name another amount, or it is one digit; not read',
  'fee-unread': 'an amount that cannot be read',
  'free-but-states-fee': '"Miễn phí" while the words beside it state an amount',
  'free-but-cites-tariff': '"Miễn phí" while the words beside it cite the regulation that sets a fee',
  'free-but-set-by-province': '"Miễn phí" while the words say the province sets the fee',
  'free-but-words-beside': '"Miễn phí" with words beside it that do not say so',
  'papers-missing': 'no table of papers',
  'papers-from-page': 'the papers column held another section; read from the whole page instead',
  'papers-unread': 'text in the papers table that is no row',
  'paper-quantity-uncertain': 'a name that ends in digits runs into the number of copies',
  'paper-form-not-separated': 'the file name of a form runs into the name of the paper',
  'paper-or-note': 'no original and no copy asked: a paper or a remark',
  'results-missing': 'no result',
  'results-from-page': 'the results column was cut wrongly; read from the whole page instead',
  'result-code-odd': 'a result code in an unusual form',
  'legal-grounds-from-page': 'the column was cut wrongly; read from the whole page instead',
  'legal-grounds-unread': 'text among the legal grounds without a document number',
  'district-mentioned': 'speaks of the district level, gone since 1 July 2025: may be out of date',
} as const;
export type FlagCode = keyof typeof flagMeanings;

/** A line that was not imported, and why. `line` counts from 1. */
export interface Rejection {
  line: number;
  code?: string;
  reason: RejectionReason;
}

export const rejectionMeanings = {
  'line-too-long': 'longer than a row can be',
  'not-json': 'not JSON',
  'not-an-object': 'JSON, but not an object',
  'code-missing': 'no procedure code',
  'code-malformed': 'the code is not of the form d.dddddd or d.dddddd.Hdd',
  'code-repeated': 'the code stood on an earlier line',
  'title-missing': 'no title',
  'file-damaged': 'the compressed file breaks off or is damaged here; what follows is lost',
} as const;
export type RejectionReason = keyof typeof rejectionMeanings;

export interface ImportedRow {
  line: number;
  facts: ProcedureFacts;
  flags: Flag[];
}
