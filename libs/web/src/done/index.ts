export * from './done-flash.js';
