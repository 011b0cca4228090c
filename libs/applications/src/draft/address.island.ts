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
    list(province.value, commune, address.dataset).catch(() => {
      // The line is down: the button does the same with the next page.
      button.hidden = false;
    });
  });
}

async function list(province: string, commune: HTMLSelectElement, words: DOMStringMap): Promise<void> {
  commune.disabled = true;
  try {
    const communes = province ? await communesOf(province) : [];
    const english = document.documentElement.lang === 'en';
    const options = communes.map(
      ({ code, name, nameEn }) => new Option(named(english ? nameEn : name, words.agency), code),
    );
    commune.replaceChildren(new Option(words.choose ?? '', ''), ...options);
  } finally {
    commune.disabled = false;
  }
}

/** The commune itself, or its agency as `agencyNameAt` calls it. */
function named(place: string, agency: string | undefined): string {
  if (agency === undefined) return place;
  const first = place.charAt(0);
  const start = document.documentElement.lang === 'vi' ? first.toLocaleLowerCase('vi') : first;
  return `${agency} ${start}${place.slice(1)}`;
}

async function communesOf(province: string): Promise<Commune[]> {
  const response = await fetch(`/api/provinces/${encodeURIComponent(province)}/communes`);
  if (!response.ok) throw new Error(`Communes of ${province}: ${response.status}`);
  return response.json();
}
