import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  Radios,
  SkipLink,
} from 'govuk-frontend';

/** ARIA does not know `aria-expanded` on a radio button, so it is taken off again (WAI-ARIA 1.2, role radio). */
class StandardRadios extends Radios {
  override syncConditionalRevealWithInputState(input: Element) {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute('aria-expanded');
  }
}

// Said here and not by an inline script, which the content security policy forbids.
document.body.classList.add('govuk-frontend-supported');

for (const component of [
  Button,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  StandardRadios,
  SkipLink,
]) {
  createAll(component);
}
