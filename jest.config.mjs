export default {
  // Plain Node.js, one module cache for all files of a worker: docs/decisions/0022-tests-in-plain-node.md.
  runner: 'jest-light-runner',
  transform: {},
  setupFiles: ['<rootDir>/test/typescript.mjs'],
  setupFilesAfterEnv: ['<rootDir>/test/time-limit.mjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.test.{ts,tsx}'],
  globalSetup: '<rootDir>/test/database-server.start.mjs',
  globalTeardown: '<rootDir>/test/database-server.stop.mjs',
  maxWorkers: 2,
};
