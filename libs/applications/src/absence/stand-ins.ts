/** That somebody is away, and who stands in for them. */
export interface Away {
  officerId: string;
  deputyId: string;
}

/**
 * Who stands in for each of those who are away at one time: their deputy, or the deputy's own where that one is away too.
 * Undefined where the chain comes back to somebody in it: then nobody does.
 */
export function standInsOf(away: readonly Away[]): Map<string, string | undefined> {
  const deputies = new Map(away.map(({ officerId, deputyId }) => [officerId, deputyId]));
  const standIn = (officerId: string): string | undefined => {
    const seen = new Set<string>();
    let at = officerId;
    for (;;) {
      if (seen.has(at)) return undefined;
      seen.add(at);
      const next = deputies.get(at);
      if (next === undefined) return at;
      at = next;
    }
  };
  return new Map(away.map(({ officerId }) => [officerId, standIn(officerId)]));
}
