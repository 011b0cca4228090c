export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { swcrc: true }],
  },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^content-disposition$': '<rootDir>/test/content-disposition.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.test.{ts,tsx}'],
  globalSetup: '<rootDir>/test/database-server.start.mjs',
  globalTeardown: '<rootDir>/test/database-server.stop.mjs',
  maxWorkers: 2,
  // Modules of finished files stay in a worker's memory; a big heap made the last files five times slower.
  workerIdleMemoryLimit: '700MB',
  testTimeout: 60_000,
};
