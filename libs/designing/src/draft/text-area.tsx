import { Textarea } from '#lib/web';

interface TextAreaProps {
  label: string;
  hint?: string;
  text: string;
  readOnly?: boolean;
  name?: string;
  /** Where the editor that takes its place asks what is wrong with the text; the page names the island `yaml-editor`. */
  lookHref?: string;
}

/** A definition in YAML, to be typed over. */
export function TextArea({ label, hint, text, readOnly, name = 'text', lookHref }: TextAreaProps) {
  return (
    <Textarea
      name={name}
      label={label}
      hint={hint}
      // A browser takes away the first line end.
      value={`\n${text}`}
      rows={32}
      spellcheck={false}
      class="written-code"
      attributes={{
        wrap: 'off',
        autocapitalize: 'off',
        autocorrect: 'off',
        ...(readOnly && { readonly: true }),
        ...(lookHref && { 'data-yaml-look': lookHref, 'data-yaml-schema': '/design/schema' }),
      }}
    />
  );
}
