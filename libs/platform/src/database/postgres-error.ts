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

/** Of the classes "connection exception", "operator intervention" and "insufficient resources: too many connections". */
const awayStates = /^(08...|57P0.|53300)$/;
/**
 * What node and pg say where no connection came about or one broke off, and TypeORM where one broke off between two
 * statements of a transaction.
 */
const awayWords =
  /query runner( was)? already released|ECONN(REFUSED|RESET)|Connection terminated|timeout expired|timeout exceeded when trying to connect|not queryable/i;

/** Whether a statement failed because the database could not be reached or went away: nothing of it is known to hold. */
export function isDatabaseAway(error: unknown): boolean {
  const { driverError } = error as { driverError?: unknown };
  const cause = (driverError ?? error) as { code?: string; message?: string };
  return awayStates.test(cause?.code ?? '') || awayWords.test(`${cause?.code} ${cause?.message}`);
}
