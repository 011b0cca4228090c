/**
 * A page of the portal whose links lead nowhere, for what they lead to is not here; that to the start of the form leads
 * to `start`. Style sheets, scripts and places on the page itself stay.
 */
export function inert(html: string, start = '#'): string {
  return html
    .replaceAll(/(<a [^>]*?href=")\/procedures\/[^"/]+\/start"/g, `$1${start}"`)
    .replaceAll(/(<a [^>]*?href=")(?!#|\/design\/)[^"]*"/g, '$1#"')
    .replaceAll(/(<form [^>]*?action=")(?!\/design\/)[^"]*"/g, '$1#"');
}
