import type { ComponentChild } from 'preact';
import { formatDateTime } from '#lib/calendar';
import { type Language, type Localised, startBig } from '#lib/platform';
import type { TransitionDefinition } from '#lib/workflow';
import type { SaidError } from '../../act-form/read-act-form.js';
import type { CaseFile } from '../../case-file/read-case.js';
import { type DeskActTextKey, texts } from '../texts.js';

/** What is wrong with what an officer typed, in words or as the key of words. */
export type AnyError = NeedError | SaidError;

/** What is wrong with what an officer typed: which input, and the sentence that says how to mend it. */
export interface NeedError {
  /** Id of the input. */
  id: string;
  code: DeskActTextKey;
  facts?: { longest?: number; name?: Localised | string; asked?: { at: Date; officer: string } };
}

export interface NeedReading {
  /** What goes into the event. */
  details: Record<string, unknown>;
  errors: NeedError[];
}

export interface NeedFieldsProps {
  file: CaseFile;
  transition: TransitionDefinition;
  /** What was posted before, for redisplay; undefined at first. */
  body: unknown;
  errors: AnyError[];
  language: Language;
}

/** Something a transition needs of whoever performs it: how it is asked, and how it is read. */
export interface NeedPart {
  Fields(props: NeedFieldsProps): ComponentChild;
  read(body: unknown, file: CaseFile): NeedReading;
}

/** Longest text an officer may write into one field, in characters. */
export const longestText = 4000;

/** An error in words. */
export function sentenceOf(error: AnyError, language: Language): string {
  if ('said' in error) return error.said[language];
  const { code, facts = {} } = error;
  const { longest, name, asked } = facts;
  return texts(language)(code, {
    longest,
    name: typeof name === 'object' ? startBig(name[language]) : name,
    when: asked && formatDateTime(language, asked.at),
    officer: asked?.officer,
  });
}

/** The sentence for the input with this id, if it is wrong. */
export function errorOf({ errors, language }: NeedFieldsProps, id: string): string | undefined {
  const error = errors.find((each) => each.id === id);
  return error && sentenceOf(error, language);
}
