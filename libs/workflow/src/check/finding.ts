/** Something wrong in a definition: where, what, and what the words about it need. */
export interface Finding {
  path: string;
  code: string;
  facts: Record<string, string>;
}

export function finding(path: string, code: string, facts: Record<string, string> = {}): Finding {
  return { path, code, facts };
}
