/** SQLSTATE codes of PostgreSQL that our code acts on. */
const states = { 'unique-violation': '23505', 'foreign-key-violation': '23503' } as const;

/** Whether `error` is this refusal of the database, and of this constraint if one is named. */
export function isPostgresError(error: unknown, kind: keyof typeof states, constraint?: string): boolean {
  const cause = error as {
    code?: string;
    constraint?: string;
    driverError?: { code?: string; constraint?: string };
  };
  const found = cause?.driverError ?? cause;
  return found?.code === states[kind] && (constraint === undefined || found.constraint === constraint);
}
