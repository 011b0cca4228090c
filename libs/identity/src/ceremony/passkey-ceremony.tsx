import type { ComponentChildren } from 'preact';
import { Button, type PageContext } from '#lib/web';
import { audienceOf } from '../audience.js';
import { NoScript } from './no-script.js';
import { browserMessages } from './texts.js';

interface PasskeyCeremonyProps {
  context: PageContext;
  kind: 'register' | 'use';
  /** Where options are asked for, and where the credential goes: both by POST of JSON. */
  challengeHref: string;
  verifyHref: string;
  /** What goes along to both. */
  extra?: Record<string, string>;
  button: string;
  /** Above the button. */
  children?: ComponentChildren;
}

/** A button that creates or uses a passkey. The page must name the island `passkey`. */
export function PasskeyCeremony(props: PasskeyCeremonyProps) {
  const { context, extra = {} } = props;
  return (
    <div
      data-passkey={props.kind}
      data-challenge-href={props.challengeHref}
      data-verify-href={props.verifyHref}
      data-extra={JSON.stringify(extra)}
      data-messages={browserMessages(context.language)}
    >
      <NoScript language={context.language} audience={audienceOf(context)} />
      {props.children}
      <div data-passkey-news aria-live="assertive" />
      <Button type="button" attributes={{ 'data-passkey-button': '' }}>
        {props.button}
      </Button>
    </div>
  );
}
