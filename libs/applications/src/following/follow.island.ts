/** Fills the form with what a link or QR code carries behind the `#`, takes it out of the address, and sends it. */
const form = document.querySelector<HTMLFormElement>('form[data-follow]');
const [code, secret] = decodeURIComponent(location.hash.slice(1)).split('/');

if (form && code && secret) {
  history.replaceState(null, '', location.pathname);
  for (const [name, value] of Object.entries({ code, secret })) {
    const input = form.elements.namedItem(name);
    if (input instanceof HTMLInputElement) input.value = value;
  }
  form.requestSubmit();
}
