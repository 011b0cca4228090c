export * from './app-database.js';
export * from './database-schema.js';
export * from './prepare-database.js';
