export {
  type RecordEntry,
  type RecordReading,
  type RecordSection,
  recordData,
  recordWriter,
} from './record.js';
export * from './record-sections.js';
