/** What differs between the three sites. The colours themselves are in `libs/web/theme`. */
export const skins = {
  portal: { name: 'portalName', tagline: 'portalTagline', styleSheet: 'portal.css', themeColour: '#5c1210' },
  desk: { name: 'deskName', tagline: 'deskTagline', styleSheet: 'desk.css', themeColour: '#1f2d2b' },
  sandbox: { name: 'sandboxName', tagline: 'sandboxTagline', styleSheet: 'desk.css', themeColour: '#2b3350' },
} as const;

export type Skin = keyof typeof skins;
