/** Says under a text how many characters are left, as the server counts them; aloud only once the writer pauses. */
const pauseMs = 1000;

for (const counted of document.querySelectorAll<HTMLElement>('[data-count]')) {
  const text = counted.querySelector('textarea');
  const most = counted.querySelector<HTMLElement>('.counted__most');
  if (!text || !most) continue;
  const shown = document.createElement('p');
  shown.className = 'govuk-hint';
  shown.setAttribute('aria-hidden', 'true');
  const said = document.createElement('p');
  said.className = 'govuk-visually-hidden';
  said.setAttribute('aria-live', 'polite');
  most.after(shown, said);
  // It goes on describing the text, and what is left says as much to the eye.
  most.classList.add('govuk-visually-hidden');

  let pause: ReturnType<typeof setTimeout> | undefined;
  const count = () => {
    const left = Number(counted.dataset.count) - lengthOf(text.value);
    shown.textContent = wordsOf(left, counted.dataset);
    shown.className = left < 0 ? 'govuk-error-message' : 'govuk-hint';
  };
  text.addEventListener('input', () => {
    count();
    clearTimeout(pause);
    pause = setTimeout(() => (said.textContent = shown.textContent), pauseMs);
  });
  count();
}

/** Characters, not UTF-16 units; line breaks are one, what stands around is none. */
function lengthOf(text: string): number {
  return [...text.normalize('NFC').replace(/\r\n?/g, '\n').trim()].length;
}

function wordsOf(left: number, { left: whileLeft = '#', over = '#' }: DOMStringMap): string {
  const number = new Intl.NumberFormat(document.documentElement.lang).format(Math.abs(left));
  return (left < 0 ? over : whileLeft).replace('#', number);
}
