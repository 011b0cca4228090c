export { assetPath, assetsFolder } from './assets.js';
export { DrumFace } from './drum-face.js';
export { DrumStar } from './drum-star.js';
export { languageNames } from './language-names.js';
export { Page } from './page.js';
export { PageLanguage, usePageLanguage } from './page-language.js';
export type { Flash, NavigationItem, PageProps, SignedIn } from './page-props.js';
export { renderPage } from './render-page.js';
export type { Skin } from './skins.js';
