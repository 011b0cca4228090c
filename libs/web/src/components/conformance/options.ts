/** The options of govuk-frontend's macros as far as our components have something to say to them. */
export interface Text {
  text?: string | undefined;
  html?: string | undefined;
  classes?: string;
}

export interface Item extends Text {
  value?: string | number;
  name?: string;
  id?: string;
  href?: string;
  hint?: Text;
  checked?: boolean;
  disabled?: boolean;
  divider?: string;
  behaviour?: string;
  selected?: boolean;
  error?: boolean;
  conditional?: Text;
  number?: number | string;
  current?: boolean;
  ellipsis?: boolean;
  title?: Text;
  status?: Text & { tag?: Text };
  attributes?: Record<string, string>;
  autocomplete?: string;
}

export interface Cell extends Text {
  format?: string;
  colspan?: number;
  rowspan?: number;
}

export interface Row {
  key: Text;
  value: Text;
  classes?: string;
  actions?: { items?: (Text & { href: string; visuallyHiddenText?: string })[] };
}

interface Fieldset {
  legend?: Text & { isPageHeading?: boolean };
  describedBy?: string;
}

interface PageLink extends Text {
  href: string;
  labelText?: string;
}

export interface Options extends Text {
  id?: string;
  idPrefix?: string;
  name?: string;
  namePrefix?: string;
  value?: string | number;
  values?: string[] | Record<'day' | 'month' | 'year', string>;
  type?: string;
  href?: string;
  for?: string;
  role?: string;
  rows?: number | (Cell[] | Row)[];
  label?: Text & { isPageHeading?: boolean };
  legend?: Text & { isPageHeading?: boolean };
  isPageHeading?: boolean;
  fieldset?: Fieldset;
  hint?: Text;
  errorMessage?: Text;
  describedBy?: string;
  prefix?: Text;
  suffix?: Text;
  formGroup?: { classes?: string };
  items?: Item[];
  attributes?: Record<string, string>;
  autocomplete?: string;
  inputmode?: string;
  pattern?: string;
  spellcheck?: boolean;
  disabled?: boolean;
  multiple?: boolean;
  javascript?: boolean;
  isStartButton?: boolean;
  preventDoubleClick?: boolean;
  disableAutoFocus?: boolean;
  open?: boolean;
  summaryText?: string;
  titleText?: string;
  titleHtml?: string;
  summaryHtml?: string;
  descriptionHtml?: string;
  day?: Item | false;
  month?: Item | false;
  year?: Item | false;
  titleId?: string;
  titleHeadingLevel?: number;
  headingLevel?: number;
  descriptionText?: string;
  errorList?: (Text & { href?: string })[];
  iconFallbackText?: string;
  landmarkLabel?: string;
  previous?: PageLink;
  next?: PageLink;
  caption?: string;
  captionClasses?: string;
  head?: Cell[];
  firstCellIsHeader?: boolean;
  card?: Text & {
    title: Text & { headingLevel?: number };
    actions?: Row['actions'];
  };
}
