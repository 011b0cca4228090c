import { loadConfig, runProgram } from '#lib/platform';
import { prepareDatabase } from '#lib/schema';
import { startPortal } from './start.js';

await runProgram(async (started) => {
  const config = loadConfig(process.env);
  await prepareDatabase(config.databaseUrl, new Date(), config);
  started.push(await startPortal(config));
  console.log(`portal ready: ${config.portal.origin}`);
});
