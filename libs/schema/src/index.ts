export * from './app-database.js';
export * from './database-schema.js';
export * from './database-to-fill.js';
export * from './prepare-database.js';
