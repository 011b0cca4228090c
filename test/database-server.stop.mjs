import { rm } from 'node:fs/promises';

export default async function stopDatabaseServer() {
  if (!globalThis.testDatabaseServer) return;
  const { server, folder } = globalThis.testDatabaseServer;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
