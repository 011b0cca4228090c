/** Fills each drop-down of an address before 1 July 2025 when the one before it is chosen, and says what the place is now. */
interface Unit {
  code: string;
  name: string;
  nameEn: string;
}

interface Units {
  below: Unit[];
  now: Unit[];
}

for (const address of document.querySelectorAll<HTMLElement>('[data-former-address]')) {
  const [province, district, commune, today] = address.querySelectorAll('select');
  const button = address.querySelector<HTMLElement>('.address__show');
  if (!province || !district || !commune || !today || !button) continue;
  const lists = [province, district, commune];
  button.hidden = true;
  for (const [index, list] of lists.entries())
    list.addEventListener('change', () => {
      for (const later of [...lists.slice(index + 1), today]) fill(later, [], address);
      show({ below: [], now: [] });
      if (list.value !== '')
        goOn(list.value, lists[index + 1]).catch(() => {
          // The line is down: the button does the same with the next page.
          button.hidden = false;
        });
    });

  async function goOn(code: string, next: HTMLSelectElement | undefined): Promise<void> {
    const units = await unitsOf(code);
    if (next) fill(next, units.below, address);
    if (units.below.length === 0) show(units);
  }

  function show({ now }: Units): void {
    const [only, another] = now;
    if (today) fill(today, now, address);
    const choice = address.querySelector<HTMLElement>('.address__today');
    if (choice) choice.hidden = !another;
    const said = address.querySelector<HTMLElement>('.address__now');
    const words = address.dataset.now ?? '';
    if (said) said.textContent = only && !another ? `${words} ${nameOf(only)}` : '';
  }
}

function fill(list: HTMLSelectElement, units: Unit[], { dataset }: HTMLElement): void {
  const options = units.map((unit) => new Option(nameOf(unit), unit.code));
  list.replaceChildren(new Option(dataset.choose ?? '', ''), ...options);
}

function nameOf({ name, nameEn }: Unit): string {
  return document.documentElement.lang === 'en' ? nameEn : name;
}

async function unitsOf(code: string): Promise<Units> {
  const response = await fetch(`/api/former-places/${encodeURIComponent(code)}`);
  if (!response.ok) throw new Error(`Former place ${code}: ${response.status}`);
  return response.json();
}
