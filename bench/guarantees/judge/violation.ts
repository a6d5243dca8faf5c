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
  readonly severity: string;
  readonly outcome?: string;
  readonly scene_id?: string;
  readonly path?: string;
}

/** What the answer does not say of itself. */
export function unsaid(violations: readonly Violation[], checks: readonly ShownCheck[]): Violation[] {
  return violations.filter((violated) => !checks.some((check) => tells(check, violated)));
}

/** A finding on one scene tells nothing of another. */
function tells({ name, ok, scene_id: scene }: ShownCheck, { saidBy, where }: Violation): boolean {
  return !ok && saidBy.test(name) && (scene === undefined || where === scene || where.startsWith(`${scene} `));
}

export function violation(kind: string, where: string, what: string, saidBy: RegExp): Violation {
  return { kind, where, what: what.slice(0, 160), saidBy };
}
