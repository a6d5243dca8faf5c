import type { Circumstances, Operation } from '@showrunner/recipes';
import type { World } from './drive-work.ts';
import type { Place } from './journal/place.ts';
import type { Tally } from './ask/tally.ts';
import type { GenerationFinding, OfVariant } from './variant.ts';

/** One operation under way: what it makes of which input, where its effects stand, and what does them. */
export interface Performance<Input = unknown, Draft = unknown, Output = unknown> {
  readonly operation: Operation<Input, Draft, Output>;
  readonly input: Input;
  /** Outputs of earlier variants. */
  readonly earlier: readonly unknown[];
  readonly place: Place;
  readonly world: World;
  readonly production: Production;
}

/** What an operation shares with those that it runs. */
export interface Production {
  readonly label: OfVariant;
  /** Whether a target that is missed counts as a broken guarantee. */
  readonly isStrict: boolean;
  readonly tally: Tally;
  /** Under the place of the operation that they are of. */
  readonly findings: Map<string, readonly GenerationFinding[]>;
}

export function circumstancesOf({ world, earlier }: Pick<Performance, 'world' | 'earlier'>): Circumstances {
  return { strategy: world.strategy, earlier };
}
