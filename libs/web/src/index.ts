export * from './components/index.js';
export * from './done/index.js';
export * from './http/index.js';
export * from './page/index.js';
export * from './record/index.js';
export * from './refused/index.js';
