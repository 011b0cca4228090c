/** What a person can be asked to share, and the claims it stands for. `openid` alone shares none of it. */
export const sharedScopes = {
  profile: ['name'],
  birth_date: ['birthdate'],
  id_number: ['id_number'],
  assurance: ['assurance_level'],
} as const;

export type SharedScope = keyof typeof sharedScopes;

/** The scopes of a request that share something, in the order of the table; anything else is left out. */
export function sharedScopesIn(scope: unknown): SharedScope[] {
  const asked = String(scope ?? '').split(' ');
  return (Object.keys(sharedScopes) as SharedScope[]).filter((each) => asked.includes(each));
}
