export * from './form-to-mend.js';
export * from './refused-notice.js';
export { sentBack } from './sent-back.js';
