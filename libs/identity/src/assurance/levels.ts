/** Levels of assurance of an identity here. */
export type Assurance = 0 | 1 | 2;

/** How one of our levels stands to the levels of the law, which the e-identification authority alone gives. */
interface LevelMapping {
  level: Assurance;
  /** Mức độ of Decree 69/2024 that it comes nearest to without claiming it. */
  nearestLegalLevel: 1 | 2 | undefined;
  /** Where the law says what its level takes. */
  source: string | undefined;
  /** The comparison is ours: no provision says so. */
  assumed: boolean;
}

/** The comparison, as it is shown to people; words are in the texts of this slice. */
export const levelMappings: readonly LevelMapping[] = [
  { level: 0, nearestLegalLevel: undefined, source: undefined, assumed: false },
  { level: 1, nearestLegalLevel: 1, source: '69/2024/NĐ-CP', assumed: true },
  { level: 2, nearestLegalLevel: 2, source: '69/2024/NĐ-CP', assumed: true },
];
