import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#lib/platform';

/** Where built assets lie: files with a digest in their name, and `manifest.json`. */
export function assetsFolder(): string {
  return join(projectRoot(), 'dist', 'assets');
}

let manifest: Record<string, string> | undefined;

/**
 * The path under which a built asset is served, such as `/assets/portal-4F7Q2K.css` for `portal.css`.
 * Names are those of the manifest that `scripts/build-assets.mjs` writes: a style sheet, an island (`page.js`) or an icon.
 */
export function assetPath(name: string): string {
  manifest ??= readManifest();
  const file = manifest[name];
  if (!file) {
    throw new Error(
      `No asset "${name}"; built are: ${Object.keys(manifest).join(', ')}. Run: node scripts/build-assets.mjs`,
    );
  }
  return `/assets/${file}`;
}

function readManifest(): Record<string, string> {
  const path = join(assetsFolder(), 'manifest.json');
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  } catch (cause) {
    throw new Error(`Assets are not built: cannot read ${path}. Run: node scripts/build-assets.mjs`, {
      cause,
    });
  }
}
