import type { ComponentChildren } from 'preact';

/** What may stand inside a component: a string (escaped), markup written in TSX, a list of both, or nothing. */
export type Content = ComponentChildren;

/** Further HTML attributes of the main element of a component, such as `data-*`. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** Sizes of a label, legend or caption: that of running text, of a small, a medium, a large or a page heading. */
export type Size = 's' | 'm' | 'l' | 'xl';

/** What every question has, whatever it is answered with. */
export interface QuestionProps {
  /** What is wrong and how to mend it, as a full sentence. Its element is `{id}-error`. */
  error?: Content;
  /** Help before answering. Its element is `{id}-hint`. */
  hint?: Content;
  /** Ids of further elements that describe the field, read before hint and error. */
  describedBy?: string | undefined;
  /** Classes of the main element. */
  class?: string | undefined;
  /** Classes of the group of label, hint, error and field. */
  groupClass?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A question answered with one field under one label. */
export interface FieldProps extends QuestionProps {
  name: string;
  /** Default: the name. An error summary links to it. */
  id?: string | undefined;
  label: Content;
  labelSize?: Size | undefined;
  /** The label is the only question of the page and hence its h1. */
  labelAsHeading?: boolean | undefined;
  labelClass?: string | undefined;
  disabled?: boolean | undefined;
}

/** A question answered with several fields under one legend. */
export interface GroupProps extends QuestionProps {
  /** Without a legend there is no fieldset: the group then needs a name from elsewhere. */
  legend?: Content;
  legendSize?: Size | undefined;
  /** The legend is the only question of the page and hence its h1. */
  legendAsHeading?: boolean | undefined;
  legendClass?: string | undefined;
}
