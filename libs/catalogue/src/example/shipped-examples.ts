import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answers, type FormDefinition, fieldsOf } from '#lib/forms';
import { projectRoot } from '#lib/platform';
import { parse } from 'yaml';

/**
 * The filled examples of a shipped definition, by name: `<code>.example.yaml` beside it, answers by field id. The
 * papers of a field are a list of file names. YAML merge keys (`<<`) save repeating answers; names that begin with a dot
 * hold answers to merge and are no example. None if nothing ships.
 */
export function shippedExamples(code: string, form: FormDefinition): Record<string, Answers> {
  const file = join(projectRoot(), 'libs/catalogue/procedures', `${code}.example.yaml`);
  if (!existsSync(file)) return {};
  const written = parse(readFileSync(file, 'utf8'), { merge: true }) as Record<string, Answers>;
  return Object.fromEntries(
    Object.entries(written)
      .filter(([name]) => !name.startsWith('.'))
      .map(([name, answers]) => [name, withPapers(form, answers)]),
  );
}

const mediaTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

function withPapers(form: FormDefinition, answers: Answers): Answers {
  const papers = fieldsOf(form).filter(({ id, type }) => type === 'file' && Array.isArray(answers[id]));
  return {
    ...answers,
    ...Object.fromEntries(papers.map(({ id }) => [id, papersNamed(answers[id] as string[])])),
  };
}

function papersNamed(names: string[]) {
  return names.map((name, index) => ({
    attachment: `00000000-0000-7000-8000-00000000000${index}`,
    name,
    sha256: '0'.repeat(64),
    size: 1000,
    mediaType: mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/pdf',
  }));
}
