import { classNames } from './class-names.js';
import type { Attributes, Content } from './props.js';

export interface ButtonProps {
  children: Content;
  /** A button that only leads somewhere is a link that looks like a button. */
  href?: string | undefined;
  /** One primary button a page. Default `primary`. */
  kind?: 'primary' | 'secondary' | 'warning' | 'inverse' | undefined;
  /** The call to action of a page that starts a service; carries an arrow. */
  start?: boolean | undefined;
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  /** Ignores a second click within a second. The server must refuse a repeated act all the same. */
  preventDoubleClick?: boolean | undefined;
  id?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A button, or with `href` a link drawn as one. */
export function Button(props: ButtonProps) {
  const common = {
    class: classNames(
      'govuk-button',
      props.kind && props.kind !== 'primary' && `govuk-button--${props.kind}`,
      props.class,
      props.start && 'govuk-button--start',
    ),
    'data-module': 'govuk-button',
    ...props.attributes,
    id: props.id,
  };
  const content = (
    <>
      {props.children}
      {props.start ? <StartIcon /> : null}
    </>
  );
  if (props.href !== undefined) {
    return (
      <a href={props.href} role="button" draggable={false} {...common}>
        {content}
      </a>
    );
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...common}
    >
      {content}
    </button>
  );
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
