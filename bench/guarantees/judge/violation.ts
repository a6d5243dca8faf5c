/** A promise that an answer breaks, as the judge sees it, and the names of the checks that would have said so. */
export interface Violation {
  readonly kind: string;
  readonly where: string;
  readonly what: string;
  readonly saidBy: RegExp;
}

/** An entry of `meta.checks`. */
export interface ShownCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly outcome?: string;
  readonly scene_id?: string;
  readonly path?: string;
}

/** What the answer does not say of itself. */
export function unsaid(violations: readonly Violation[], checks: readonly ShownCheck[]): Violation[] {
  return violations.filter(({ saidBy }) => !checks.some(({ name, ok }) => !ok && saidBy.test(name)));
}

export function violation(kind: string, where: string, what: string, saidBy: RegExp): Violation {
  return { kind, where, what: what.slice(0, 160), saidBy };
}
