import { newId, type Language } from '#lib/platform';
import { Button, ErrorSummary, Textarea } from '#lib/web';
import { longestMessage } from './message.js';
import type { PostedText } from './posted-text.js';
import { texts } from './texts.js';

interface WriteFormProps {
  action: string;
  label: string;
  hint: string;
  button: string;
  language: Language;
  /** What was typed, where it has to be mended. */
  typed?: PostedText | undefined;
}

/** The form for a message or a note. */
export function WriteForm({ action, label, hint, button, language, typed }: WriteFormProps) {
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="key" value={typed?.key ?? newId()} />
      <Textarea
        name="text"
        label={label}
        labelSize="s"
        hint={`${hint} ${texts(language)('longest', { longest: longestMessage })}`}
        value={typed?.text}
        error={writeError(language, typed)}
        rows={6}
      />
      <Button preventDoubleClick>{button}</Button>
    </form>
  );
}

/** What is wrong with what was typed, above the page. */
export function WriteErrors({ language, typed }: Pick<WriteFormProps, 'language' | 'typed'>) {
  const text = writeError(language, typed);
  return text ? <ErrorSummary errors={[{ text, href: '#text' }]} /> : null;
}

function writeError(language: Language, typed: PostedText | undefined): string | undefined {
  return (
    typed?.error && texts(language)(typed.error, { longest: longestMessage, count: [...typed.text].length })
  );
}
