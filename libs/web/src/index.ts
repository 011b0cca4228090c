export * from './components/index.js';
export * from './page/index.js';
