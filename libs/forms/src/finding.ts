/** Something wrong with a definition: where (JSON Pointer, RFC 6901), what (language-free), and what it names. */
export interface Finding {
  path: string;
  code: string;
  facts: Record<string, string>;
}
