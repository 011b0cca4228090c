import { ServerSaysNo } from './ask-server.js';
import type { BrowserMessages } from './messages.js';

/** The part of a page in which a ceremony takes place: what it says aloud, and the words it has. */
export class Stage {
  readonly messages: BrowserMessages;
  private readonly news: HTMLElement;

  constructor(readonly root: HTMLElement) {
    this.messages = JSON.parse(root.dataset.messages ?? '{}') as BrowserMessages;
    const news = root.querySelector<HTMLElement>('[data-passkey-news]');
    if (!news) throw new Error('A ceremony needs a place for its news');
    this.news = news;
  }

  /** Says what happens now; nothing clears it. */
  tell(sentence = ''): void {
    this.show(sentence, '');
  }

  /** Says why it did not work and what to do. */
  tellError(error: unknown): void {
    this.show(this.sentenceFor(error), 'govuk-error-message');
  }

  private show(sentence: string, className: string): void {
    const paragraph = document.createElement('p');
    paragraph.className = className;
    paragraph.textContent = sentence;
    this.news.replaceChildren(...(sentence ? [paragraph] : []));
  }

  private sentenceFor(error: unknown): string {
    if (error instanceof ServerSaysNo)
      return error.facts.passkey === 'removed' ? this.messages.unknownHere : error.words;
    // The library wraps what the browser threw; its name says what happened (WebAuthn Level 3, section 5.1.3).
    const name = ((error as Error).cause as Error | undefined)?.name ?? (error as Error).name;
    if (!window.PublicKeyCredential) return this.messages.unsupported;
    const words: Record<string, string> = {
      AbortError: this.messages.cancelled,
      NotAllowedError: this.messages.cancelled,
      InvalidStateError: this.messages.alreadyHere,
      ConstraintError: this.messages.noVerification,
      NotSupportedError: this.messages.unsupported,
      SecurityError: this.messages.insecure,
      TypeError: this.messages.network,
      SyntaxError: this.messages.network,
    };
    return words[name] ?? this.messages.failed;
  }
}
