export * from './refused-notice.js';
export * from './sent-back.js';
