// A combobox with a list of suggestions (WAI-ARIA APG, "editable combobox with list autocomplete"). Without it the field
// searches when it is sent.
interface Suggestion {
  text: string;
  href: string;
}

const pauseMilliseconds = 150;

function suggest(input: HTMLInputElement, address: string): void {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'search-box__suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset.suggestionsLabel ?? '');
  list.hidden = true;
  const news = document.createElement('p');
  news.className = 'govuk-visually-hidden';
  news.setAttribute('role', 'status');
  input.parentElement?.append(list, news);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value);
  let chosen = -1;
  let asked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), pauseMilliseconds);
  });
  input.addEventListener('keydown', pressed);
  input.addEventListener('blur', () => close());
  // Pressed, and not clicked: the field would lose the focus first, and the list would be gone.
  list.addEventListener('mousedown', (event) => event.preventDefault());

  async function look(): Promise<void> {
    asked = input.value.trim();
    const words = asked;
    if (words.length < 2) return close();
    const answer = await fetch(`${address}?${new URLSearchParams({ q: words })}`).catch(() => undefined);
    const found = answer?.ok ? ((await answer.json()) as Suggestion[]) : [];
    if (words === asked && document.activeElement === input) show(found);
  }

  function show(found: Suggestion[]): void {
    list.replaceChildren(
      ...found.map(({ text, href }, index) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.textContent = text;
        option.addEventListener('click', () => location.assign(href));
        return option;
      }),
    );
    chosen = -1;
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    input.removeAttribute('aria-activedescendant');
    news.textContent =
      found.length > 0 ? (input.dataset.suggestionsCount ?? '').replace('{count}', String(found.length)) : '';
  }

  function close(): void {
    clearTimeout(timer);
    asked = '';
    show([]);
  }

  function pressed(event: KeyboardEvent): void {
    const options = [...list.children] as HTMLElement[];
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      options[chosen]?.click();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      // Beyond either end nothing is chosen: what was typed is sent again.
      const places = options.length + 1;
      chosen = ((chosen + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places) - 1;
      options.forEach((option, index) => option.setAttribute('aria-selected', String(index === chosen)));
      if (chosen >= 0) input.setAttribute('aria-activedescendant', options[chosen]?.id ?? '');
      else input.removeAttribute('aria-activedescendant');
    }
  }
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggestions]'))
  suggest(input, input.dataset.suggestions ?? '');
