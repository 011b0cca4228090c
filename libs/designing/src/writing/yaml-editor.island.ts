import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { defaultHighlightStyle, foldGutter, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { completeYaml, type Schema } from './complete-yaml.js';
import type { Look } from './look.js';

/** So long after the last key the text is looked at. */
const restMilliseconds = 700;

/**
 * Puts an editor in the place of the text field of a definition: it completes what the language knows, marks what is
 * wrong and redraws the workflow as it is typed. What is sent is still the field, so that all works without it.
 */
for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-yaml-look]'))
  void edit(area);

async function edit(area: HTMLTextAreaElement): Promise<void> {
  const { yamlSchema = '', yamlLook = '' } = area.dataset;
  const schema = (await (await fetch(yamlSchema)).json()) as Schema;
  const label = area.labels[0];
  const host = document.createElement('div');
  host.className = 'yaml-editor';
  area.before(host);
  // In a shadow tree the editor styles itself by sheets made in script: the page allows no styles of others.
  const root = host.attachShadow({ mode: 'open' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const view = new EditorView({
    root,
    parent: root,
    doc: area.value,
    extensions: [
      ...looks(label?.textContent ?? ''),
      autocompletion({ override: [(context) => complete(schema, context)] }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        area.value = update.state.doc.toString();
        clearTimeout(timer);
        timer = setTimeout(() => void lookAt(view, yamlLook), restMilliseconds);
      }),
    ],
  });
  // Scrolled by keyboard as well, without the cursor.
  Object.assign(view.scrollDOM, { tabIndex: 0, role: 'group', ariaLabel: label?.textContent });
  area.hidden = true;
  label?.addEventListener('click', () => view.focus());
  void lookAt(view, yamlLook);
}

function looks(label: string): Extension[] {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    history(),
    highlightActiveLine(),
    yaml(),
    indentUnit.of('  '),
    syntaxHighlighting(defaultHighlightStyle),
    // Tab leaves the field, as everywhere: who cannot use a mouse gets out again.
    keymap.of([...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
    EditorView.theme({
      '&': { height: '75vh', fontSize: '0.875rem', border: '2px solid #0b0c0c', backgroundColor: '#fff' },
      '&.cm-focused': { outline: '3px solid #fd0', outlineOffset: '0' },
      '.cm-scroller': {
        fontFamily: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
        lineHeight: '1.55',
      },
    }),
  ];
}

function complete(schema: Schema, context: CompletionContext): CompletionResult | null {
  const { doc } = context.state;
  const line = doc.lineAt(context.pos);
  const found = completeYaml(schema, doc.toJSON(), line.number - 1, context.pos - line.from);
  const typed = found ? context.pos - line.from - found.from : 0;
  if (!found || found.options.length === 0 || (typed === 0 && !context.explicit && !/[:-] $/.test(line.text)))
    return null;
  return {
    from: line.from + found.from,
    options: found.options.map(({ label, kind, required }) => ({
      label,
      type: kind === 'key' ? 'property' : 'constant',
      apply: kind === 'key' ? `${label}: ` : label,
      boost: required ? 1 : 0,
    })),
    validFor: /^[\w.@-]*$/,
  };
}

/** Asks what is wrong with the text, and for the picture of its workflow; a lost connection changes nothing. */
async function lookAt(view: EditorView, href: string): Promise<void> {
  const { doc } = view.state;
  const answer = await fetch(href, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ text: doc.toString() }),
  }).catch(() => undefined);
  if (!answer?.ok || view.state.doc !== doc) return;
  const { findings, summary, picture } = (await answer.json()) as Look;
  const diagnostics = findings.map(({ line, text }): Diagnostic => {
    const { from, to } = doc.line(Math.min(line ?? 1, doc.lines));
    return { from, to, severity: 'error', message: text };
  });
  view.dispatch(setDiagnostics(view.state, diagnostics));
  const status = document.querySelector('[data-yaml-status]');
  if (status) status.textContent = summary;
  const image = document.querySelector<HTMLImageElement>('[data-yaml-picture]');
  if (image && picture) Object.assign(image, picture);
}
