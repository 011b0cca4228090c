// Builds what changed and runs an app in this very process, so that signals reach it:
// node scripts/start.mjs APP MODULE [ARGUMENT…]
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import './build.mjs';

const [app, module] = process.argv.splice(2, 2);
await import(pathToFileURL(join(import.meta.dirname, '..', 'dist/apps', app, 'src', `${module}.js`)).href);
