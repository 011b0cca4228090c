/** A browser and the system it runs on, by name; undefined where the user agent does not say. */
export interface Device {
  browser: string | undefined;
  system: string | undefined;
}

/** Most particular first: nearly every browser also says that it is Chrome, and Chrome that it is Safari. */
const browsers: [name: string, token: RegExp][] = [
  ['Cốc Cốc', /coc_coc_browser\//],
  ['Microsoft Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Headless)?Chrome\/|\bCriOS\//],
  ['Safari', /\bVersion\/[\d.]+.* Safari\//],
];
const systems: [name: string, token: RegExp][] = [
  ['Windows', /\bWindows NT\b/],
  ['Android', /\bAndroid\b/],
  ['iPad', /\biPad\b/],
  ['iPhone', /\biPhone\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

/** What the user agent says of itself: enough to recognise one's own devices, and not to be believed for more. */
export function deviceOf(userAgent: string): Device {
  const named = (table: typeof browsers) => table.find(([, token]) => token.test(userAgent))?.[0];
  return { browser: named(browsers), system: named(systems) };
}
