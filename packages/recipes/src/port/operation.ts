import type { z } from 'zod';
import type { Event, Work } from './effects.ts';
import type { Finding } from './finding.ts';

/**
 * One thing that callers can ask for: data and pure functions. It never calls a model, reads a clock or touches a
 * store; where it needs such a thing, it yields an effect.
 */
export interface Operation<Input = unknown, Draft = unknown, Output = unknown, Own extends Event = Event> {
  /** The public word, in `meta.recipe`, jobs, scopes and metrics: `script`, `script.revise`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Changes when input or output change. */
  readonly version: string;
  /** Changes when any prompt changes; part of the cache key. */
  readonly promptVersion: string;
  /** Reads what callers send, first-version inputs included, into one shape with defaults filled in. */
  readonly input: z.ZodType<Input>;
  /** A body that works as it stands, for the API reference and the command line's help. */
  readonly example: Readonly<Record<string, unknown>>;
  readonly output: z.ZodType<Output>;
  /** Members that name a stored result by its id; the driver puts that result's `data` where the operation reads it. */
  readonly references: readonly Reference[];
  /** Seconds of finished speech that the input asks for, where it asks for speech: what may take longer is given longer. */
  speechSeconds?(input: Input): number;
  /** The BCP-47 tag of the language that a model is to write in; nothing where it writes no words. */
  languageOf?(input: Input): string | undefined;
  /** Whether it puts questions to a model for this input; it does where absent. */
  asksModel?(input: Input): boolean;
  /** Loads what the input needs and not every process shall hold, such as the numbers of its language. */
  prepare?(input: Input): Promise<void>;
  /** The first draft: by one structured ask, or by small asks for small models. */
  write(input: Input, circumstances: Circumstances): Work<Draft, Own>;
  /** Every guarantee as findings with their figures, passed or not. */
  check(draft: Draft, input: Input, circumstances: Circumstances): Finding[];
  /** Fixes what code can fix and asks only for what failed, with the findings in the question. The same draft object
   * comes back when nothing can be done. */
  repair(draft: Draft, failed: readonly Finding[], input: Input, circumstances: Circumstances): Work<Draft, Own>;
  /** What code does when the rounds of repair are over: leaves out or replaces what is wrong still. The same draft
   * object comes back when nothing can be done. */
  settle?(draft: Draft, input: Input, circumstances: Circumstances): Work<Draft, Own>;
  /** The answer's `data`, from a draft that passed or whose remaining findings are only to be reported. */
  deliver(draft: Draft, input: Input, circumstances: Circumstances): Work<Output, Own>;
}

/**
 * `{member: 'script_id', kind: 'script', placedAt: 'script'}`: the id in `script_id` becomes the object in `script`,
 * whichever operation of the kind made it.
 */
export interface Reference {
  readonly member: string;
  readonly kind: string;
  readonly placedAt: string;
  /** Where the body is put by which the result was first asked for, of however many revisions it is the last. */
  readonly originalAt?: string;
}

/** What an operation may know about its surroundings. */
export interface Circumstances {
  /** `staged` models are small: they get small asks, and code makes what they are bad at. */
  readonly strategy: 'single' | 'staged';
  /** Outputs of earlier variants of the same request; a new one must differ from them. */
  readonly earlier: readonly unknown[];
}

/** Where an operation is reached: `script.revise` → `/generate/script/revise`. */
export function pathOf({ name }: Pick<Operation, 'name'>): string {
  return `/generate/${name.replaceAll('.', '/')}`;
}

/** Whether it changes a result that is there: one of its references leads to the request that this was made by. */
export function revises({ references }: Pick<Operation, 'references'>): boolean {
  return references.some(({ originalAt }) => originalAt !== undefined);
}

/** The kind that an operation's public name begins with: `script.revise` → `script`. */
export function kindNameOf(operation: string): string {
  const [kind = operation] = operation.split('.');
  return kind;
}
