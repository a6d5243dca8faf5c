/** Estimates this far from the target, as a fraction of it, still fit. */
export const DURATION_TOLERANCE = 0.1;

export function isWithinTolerance(seconds: number, target: number): boolean {
  return Math.abs(tenth(seconds) - target) <= target * DURATION_TOLERANCE + 1e-9;
}

/** Seconds as they are told: to a tenth. */
export function tenth(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
