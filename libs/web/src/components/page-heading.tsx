import { classNames } from './class-names.js';
import type { Content } from './props.js';

interface PageHeadingProps {
  /** Where we are: "Đăng ký khai sinh · Trẻ được khai sinh". */
  caption?: Content;
  /** One sentence under the title. */
  lead?: Content;
  /** What is the case, or what is asked. */
  children: string;
}

/** The title of a page. Official titles of 200 characters are set smaller than a question of three words. */
export function PageHeading(props: PageHeadingProps) {
  const length = props.children.length;
  const size = length <= 50 ? 'xl' : length <= 110 ? 'l' : 'm';
  return (
    <div class="page-heading">
      {props.caption ? <p class="page-heading__caption">{props.caption}</p> : null}
      <h1 class={classNames(`govuk-heading-${size}`)}>{props.children}</h1>
      {props.lead ? <p class="page-heading__lead">{props.lead}</p> : null}
    </div>
  );
}
