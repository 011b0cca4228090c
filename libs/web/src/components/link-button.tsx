import type { ButtonProps } from './button.js';

/** An act (POST) that is of less weight than a button: drawn as a link. */
export function LinkButton(props: Pick<ButtonProps, 'children' | 'name' | 'value' | 'attributes'>) {
  return (
    <button type="submit" class="link-button" name={props.name} value={props.value} {...props.attributes}>
      {props.children}
    </button>
  );
}
