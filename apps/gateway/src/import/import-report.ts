import type { EntityKind } from '../stored/entity-tables.ts';

/** What was brought of one kind. */
export interface KindReport {
  /** Brought now. */
  came: number;
  /** Brought before, or here already. */
  known: number;
  /** Not brought; why stands among the problems. */
  failed: number;
}

/** One thing that did not come, or not as it was. */
export interface ImportProblem {
  readonly kind: EntityKind | 'table';
  readonly id: string;
  readonly reason: string;
}

/** More of them say nothing new; how many there are stands beside them. */
const MOST_PROBLEMS = 200;

/** What an import brought, what it did not and why. It holds no secret. */
export class ImportReport {
  readonly kinds: Partial<Record<EntityKind, KindReport>> = {};
  readonly problems: ImportProblem[] = [];
  problemCount = 0;
  /** Limits and the like that were written there and that nothing here goes by: how many have them, by their names. */
  readonly notKept: Record<string, number> = {};

  of(kind: EntityKind): KindReport {
    return (this.kinds[kind] ??= { came: 0, known: 0, failed: 0 });
  }

  problem(problem: ImportProblem): void {
    this.problemCount++;
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  miss(member: string): void {
    this.notKept[member] = (this.notKept[member] ?? 0) + 1;
  }

  get came(): number {
    return Object.values(this.kinds).reduce((sum, { came }) => sum + came, 0);
  }
}
