/** Where someone lives or something happened: official codes as strings, leading zeros count. */
export interface AddressAnswer {
  /** Two digits. */
  province: string;
  /** Five digits. */
  commune: string;
  /** House, street, hamlet, or the name of a hospital; '' where none is asked or given. */
  detail: string;
}

/** A place as it was before 1 July 2025, and what became of it. */
export interface FormerAddressAnswer {
  /** Codes of then: two, three and five digits; '' for the commune of a district that had none. */
  before: { province: string; district: string; commune: string };
  /** The commune of today, where the former one was divided; '' where it follows from the former. */
  today: string;
  detail: string;
}

/** A paper that was uploaded: the attachment's id and what the citizen's receipt says about it. */
export interface FileAnswer {
  attachment: string;
  name: string;
  /** 64 hexadecimal digits of the content's SHA-256. */
  sha256: string;
  /** Bytes. */
  size: number;
  mediaType: string;
}

export type Answer =
  | string
  | number
  | boolean
  | string[]
  | AddressAnswer
  | FormerAddressAnswer
  | FileAnswer[]
  | Answers[];

/** Keyed by field id. A field that was not answered is absent. Repeats and tables hold a list of items. */
export type Answers = { [field: string]: Answer };

/** The answer to a field. Own properties only: what every object inherits is no answer. */
export function answerOf(answers: Answers, id: string): Answer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

export const isText = (answer: unknown): answer is string => typeof answer === 'string';
export const isNumber = (answer: unknown): answer is number => typeof answer === 'number';
export const isFlag = (answer: unknown): answer is boolean => typeof answer === 'boolean';

export const isTextList = (answer: unknown): answer is string[] =>
  Array.isArray(answer) && answer.every(isText);

export const isAddress = (answer: unknown): answer is AddressAnswer =>
  isObject(answer) && isText(answer.province) && isText(answer.commune) && isText(answer.detail);

export const isFormerAddress = (answer: unknown): answer is FormerAddressAnswer =>
  isObject(answer) &&
  isObject(answer.before) &&
  isText(answer.before.province) &&
  isText(answer.before.district) &&
  isText(answer.before.commune) &&
  isText(answer.today) &&
  isText(answer.detail);

export const isFileList = (answer: unknown): answer is FileAnswer[] =>
  Array.isArray(answer) && answer.every((file) => isObject(file) && isText(file.name));

export const isItemList = (answer: unknown): answer is Answers[] =>
  Array.isArray(answer) && answer.every(isObject);

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
