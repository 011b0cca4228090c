import type { Language, Tx } from '#lib/platform';
import { type WorkflowDefinition, workflowPicture } from '#lib/workflow';
import { checkText } from '../checking/check-text.js';
import { findingSentence } from '../checking/finding-sentence.js';
import { texts } from '../draft/texts.js';

/** What a text is worth as it stands, without being saved. */
export interface Look {
  findings: { line: number | undefined; text: string }[];
  /** In a sentence: how many there are. */
  summary: string;
  /** Of its workflow, as far as the text can be read as a whole. */
  picture: PictureShown | undefined;
}

/** An image in itself, with its own size. */
export interface PictureShown {
  src: string;
  alt: string;
  width: number;
  height: number;
}

/** Looks at a text as `checkText` does, and draws the workflow that it names or holds. */
export async function lookAtText(
  tx: Tx,
  { text, code, now, language }: { text: string; code: string; now: Date; language: Language },
): Promise<Look> {
  const { definition, findings } = await checkText(tx, text, code, now);
  const t = texts(language);
  return {
    findings: findings.map((finding) => ({ line: finding.line, text: findingSentence(finding, language) })),
    summary: findings.length > 0 ? t('findings', { count: findings.length }) : t('findings-none'),
    picture: definition && (await pictureOf(definition.workflow, language)),
  };
}

/** The picture of a workflow; undefined where it holds what cannot be drawn. */
export async function pictureOf(
  workflow: WorkflowDefinition,
  language: Language,
): Promise<PictureShown | undefined> {
  try {
    const { svg, alt, width, height } = await workflowPicture(workflow, { language });
    return { src: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, alt, width, height };
  } catch {
    return undefined;
  }
}
