import type { ComponentChildren } from 'preact';
import type { Language } from '#lib/platform';
import { Button, InsetText } from '#lib/web';
import { browserMessages, ceremonyTexts } from '../ceremony/texts.js';
import type { SigningOptions } from './begin-signing.js';

interface PasskeyFormProps {
  language: Language;
  /** Where the form is posted, as any other. */
  action: string;
  /** From `beginSigning`. */
  options: SigningOptions;
  /** Further fields that are not shown. */
  hidden?: Record<string, string> | undefined;
  /** The visible fields and the button. */
  children: ComponentChildren;
}

/**
 * A form that is signed with a passkey when it is submitted. It arrives as an ordinary form post with the further
 * field `assertion` for `finishSigning`. The page must name the island `sign`.
 */
export function PasskeyForm({ language, action, options, hidden = {}, children }: PasskeyFormProps) {
  if (!options.allowCredentials?.length) return <PasskeyFirst language={language} />;
  return (
    <form
      method="post"
      action={action}
      data-passkey-sign=""
      data-options={JSON.stringify(options)}
      data-messages={browserMessages(language)}
    >
      <noscript>
        <InsetText>{ceremonyTexts(language)('noScriptSign')}</InsetText>
      </noscript>
      <input type="hidden" name="assertion" />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div data-passkey-news="" aria-live="assertive" />
      {children}
    </form>
  );
}

/** Who signed in with another identity and has no passkey yet cannot sign: says so, and where to make one. */
function PasskeyFirst({ language }: { language: Language }) {
  const t = ceremonyTexts(language);
  return (
    <InsetText>
      <p>
        <strong>{t('passkeyFirstTitle')}</strong>
      </p>
      <p>{t('passkeyFirstText')}</p>
      <Button href="/account/passkeys/new">{t('passkeyFirstLink')}</Button>
    </InsetText>
  );
}
