import { loadConfig, runProgram } from '#lib/platform';
import { prepareDatabase } from '#lib/schema';
import { startWorker } from './start.js';

await runProgram(async (started) => {
  const config = loadConfig(process.env);
  await prepareDatabase(config.databaseUrl, new Date(), config);
  started.push(await startWorker(config));
  console.log('worker ready');
});
