/** Uploads a file as soon as it is chosen, and says so before and meanwhile. */
for (const paper of document.querySelectorAll<HTMLElement>('[data-paper]')) {
  const input = paper.querySelector<HTMLInputElement>('input[type=file]');
  const button = paper.querySelector<HTMLButtonElement>('button[formaction]');
  if (!input || !button) continue;
  const status = document.createElement('p');
  status.className = 'secondary';
  status.setAttribute('role', 'status');
  status.textContent = paper.dataset.auto ?? '';
  button.hidden = true;
  button.after(status);
  input.addEventListener('change', () => {
    if (!input.files?.length) return;
    status.textContent = paper.dataset.sending ?? '';
    button.click();
  });
}
