import { useTexts } from '../page/page-language.js';
import { classNames } from './class-names.js';
import type { Attributes, Content } from './props.js';

interface BackLinkProps {
  href: string;
  /** Where it leads. Default "Quay lại". */
  children?: Content;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** The way back, above the title of a page. */
export function BackLink(props: BackLinkProps) {
  const t = useTexts();
  return (
    <a href={props.href} class={classNames('govuk-back-link', props.class)} {...props.attributes}>
      {props.children ?? t('back')}
    </a>
  );
}
