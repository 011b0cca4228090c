/** What a procedure's code may look like. Anything else (a NUL, which PostgreSQL cannot even be asked for) is not looked for. */
export const procedureCode = /^[\w.-]{1,60}$/;
