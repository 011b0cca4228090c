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

// Said here and not by an inline script, which the content security policy forbids.
document.body.classList.add('govuk-frontend-supported');

for (const component of [
  Button,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  Radios,
  SkipLink,
]) {
  createAll(component);
}
