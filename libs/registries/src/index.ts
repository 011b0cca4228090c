export * from './business/business-register.js';
export * from './population/population-register.js';
export * from './population/recorded-population-register.js';
export * from './population/register-person.js';
export * from './population/spouse-of.js';
export * from './registries.module.js';
export * from './sms/sms-gateway.js';
