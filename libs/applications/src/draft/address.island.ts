/** Fills the communes of an address at once when another province is chosen; the button for that is not needed then. */
interface Commune {
  code: string;
  name: string;
  nameEn: string;
}

for (const address of document.querySelectorAll<HTMLElement>('[data-address]')) {
  const [province, commune] = address.querySelectorAll('select');
  const button = address.querySelector<HTMLElement>('.address__show');
  if (!province || !commune || !button) continue;
  button.hidden = true;
  province.addEventListener('change', () => {
    list(province.value, commune, address.dataset.choose ?? '').catch(() => {
      // The line is down: the button does the same with the next page.
      button.hidden = false;
    });
  });
}

async function list(province: string, commune: HTMLSelectElement, choose: string): Promise<void> {
  commune.disabled = true;
  try {
    const communes = province ? await communesOf(province) : [];
    const english = document.documentElement.lang === 'en';
    const options = communes.map(({ code, name, nameEn }) => new Option(english ? nameEn : name, code));
    commune.replaceChildren(new Option(choose, ''), ...options);
  } finally {
    commune.disabled = false;
  }
}

async function communesOf(province: string): Promise<Commune[]> {
  const response = await fetch(`/api/provinces/${encodeURIComponent(province)}/communes`);
  if (!response.ok) throw new Error(`Communes of ${province}: ${response.status}`);
  return response.json();
}
