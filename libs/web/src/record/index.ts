export { type RecordEntry, type RecordSection, recordData, recordWriter } from './record.js';
export * from './record-sections.js';
