import { loadConfig, runProgram } from '#lib/platform';
import { prepareDatabase } from '#lib/schema';
import { startDesk } from './start.js';

await runProgram(async (started) => {
  const config = loadConfig(process.env);
  await prepareDatabase(config.databaseUrl, new Date(), config);
  started.push(await startDesk(config));
  console.log(`desk ready: ${config.desk.origin}`);
});
