import { loadConfig, runProgram } from '#lib/platform';
import { prepareDatabase } from '#lib/schema';
import { startDesk } from './start.js';

await runProgram(async () => {
  const config = loadConfig(process.env);
  await prepareDatabase(config.databaseUrl, new Date(), config.production);
  const running = await startDesk(config);
  console.log(`desk ready: ${config.desk.origin}`);
  return running;
});
