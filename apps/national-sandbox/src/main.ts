import { loadConfig, runProgram } from '#lib/platform';
import { startSandbox } from './start.js';

await runProgram(async () => {
  const config = loadConfig(process.env);
  const running = await startSandbox(config);
  console.log(`sandbox ready: ${config.sandbox.origin}`);
  return running;
});
