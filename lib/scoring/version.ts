/**
 * Version of the rules R1–R4 and E1–E7 (docs/methodology.md). Raised with every change that can give other figures for the
 * same answers: a closed round names the one it was scored with.
 */
export const scoringVersion = '1'
