/** The button that prints the page. Made here, because without a script it could do nothing. */
for (const place of document.querySelectorAll<HTMLElement>('[data-print]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary';
  button.textContent = place.dataset.print ?? '';
  button.addEventListener('click', () => window.print());
  place.append(button);
}
