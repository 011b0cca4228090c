/** Codes of the procedures that people look for most; their short names stand in the texts. */
export const oftenWanted = ['1.001193', '1.004194', '1.000894', '1.001456', '3.000347', '1.001612'] as const;
