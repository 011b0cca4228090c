/** Uploads a file as soon as it is chosen, and says so before and meanwhile. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-paper]')) {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]:not([class*=file-upload])');
  if (!input || !button) continue;
  const status = document.createElement('p');
  status.className = 'secondary';
  status.setAttribute('role', 'status');
  status.textContent = form.dataset.auto ?? '';
  button.replaceWith(status);
  input.addEventListener('change', () => {
    if (!input.files?.length) return;
    status.textContent = form.dataset.sending ?? '';
    form.submit();
  });
}
