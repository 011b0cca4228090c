/** The parts used of govuk-frontend's browser modules; the package ships no types. */
declare module 'govuk-frontend' {
  interface Component {
    new ($root: Element): object;
    moduleName: string;
  }
  export const Button: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
  export const FileUpload: Component;
  export const NotificationBanner: Component;
  export class Radios {
    static moduleName: string;
    constructor($root: Element);
    /** Shows or hides what an answer reveals. */
    syncConditionalRevealWithInputState(input: Element): void;
  }
  export const SkipLink: Component;
  export function createAll(component: Component): object[];
}
