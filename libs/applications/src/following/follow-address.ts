import QRCode from 'qrcode';
import type { Platform } from '#lib/platform';

/**
 * The link to follow an application without signing in. What it carries stands behind the `#`: browsers do not send
 * that part, so it is in no log of ours or of anything between.
 */
export function followAddress({ config }: Platform, number: string, secret: string): string {
  return `${config.portal.origin}/follow#${number}/${secret}`;
}

/** That link as a QR code, an image in itself. */
export async function followQr(platform: Platform, number: string, secret: string): Promise<string> {
  const svg = await QRCode.toString(followAddress(platform, number, secret), { type: 'svg', margin: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
