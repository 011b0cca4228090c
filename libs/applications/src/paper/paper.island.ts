/** Uploads a file as soon as it is chosen, and says so before and meanwhile. What was typed on the page is saved first. */
const answers = document.querySelector<HTMLFormElement>('form#answers');

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
    void keepAnswers().then(() => form.submit());
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('.papers form:not([data-paper])'))
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void keepAnswers().then(() => form.submit());
  });

/** The page is saved as it stands, finished or not; if that fails the upload goes on all the same. */
async function keepAnswers(): Promise<void> {
  if (!answers?.querySelector('input:not([type=hidden]), select, textarea')) return;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(answers)) if (typeof value === 'string') body.append(name, value);
  await fetch(answers.action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
}
