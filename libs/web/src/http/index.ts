export * from './create-app.js';
export * from './listen.js';
export * from './page-context.js';
export * from './principal.js';
export * from './site-page.js';
export * from './web.module.js';
export * from './web-settings.js';
export * from './who-may.js';
