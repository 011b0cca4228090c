import { runProgram } from '#lib/platform';
import { startStandalone } from './start.js';

await runProgram(async (started) => {
  const { portal, desk, sandbox } = await startStandalone(process.env, started);
  console.log(`ready  portal ${portal.origin}  desk ${desk.origin}  sandbox ${sandbox.origin}`);
});
