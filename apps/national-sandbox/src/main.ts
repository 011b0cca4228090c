import { loadConfig, runProgram } from '#lib/platform';
import { startSandbox } from './start.js';

await runProgram(async (started) => {
  const config = loadConfig(process.env);
  started.push(await startSandbox(config));
  console.log(`sandbox ready: ${config.sandbox.origin}`);
});
