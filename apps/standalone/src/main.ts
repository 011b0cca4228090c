import { runProgram } from '#lib/platform';
import { startStandalone } from './start.js';

await runProgram(async () => {
  const running = await startStandalone(process.env);
  const { portal, desk, sandbox } = running.config;
  console.log(`ready  portal ${portal.origin}  desk ${desk.origin}  sandbox ${sandbox.origin}`);
  return running;
});
