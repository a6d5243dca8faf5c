import type { z } from 'zod';

/**
 * What a recipe is: data and pure functions. A recipe never calls a model, reads a clock or touches a store. Where
 * it needs the model it yields an `Ask`, and whoever drives it (mpc-api's `drive/`) sends the answer back in.
 */
export interface Recipe<Input = unknown, Draft = unknown, Output = unknown> {
  /** The name in `/generate/<name>`, `generate:<name>` and `meta.recipe`. */
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
  /** Members that name a stored result by its id; the driver puts that result's `data` where the recipe reads it. */
  readonly references: readonly Reference[];
  /** The two ways to have a first draft: one structured ask, or small asks for small models. */
  readonly write: {
    single(input: Input, context: RecipeContext): Writing<Draft>;
    staged(input: Input, context: RecipeContext): Writing<Draft>;
  };
  /** Every guarantee as a finding with its figure, passed or not. */
  check(draft: Draft, input: Input, context: RecipeContext): Finding[];
  /** Mends what code can mend and asks only for what failed, with the findings in the question. The same draft
   * object comes back when nothing can be done. */
  repair(draft: Draft, failed: readonly Finding[], input: Input, context: RecipeContext): Writing<Draft>;
  /** The answer's `data`, from a draft that passed or whose remaining findings are only to be reported. */
  deliver(draft: Draft, input: Input, context: RecipeContext): Output;
}

/** `{member: 'script_id', recipe: 'script', placedAt: 'script'}`: the id in `script_id` becomes the object in `script`. */
export interface Reference {
  readonly member: string;
  readonly recipe: string;
  readonly placedAt: string;
}

/** What a recipe may know about its surroundings. */
export interface RecipeContext {
  /** `staged` models are small: they get small asks, and code makes what they are bad at. */
  readonly strategy: 'single' | 'staged';
  /** A fresh id with the given prefix (`scr`, …). */
  readonly newId: (prefix: string) => string;
  /** A reproducible number in [0, 1) for choices such as variants, from the request's seed or its id. */
  readonly random: () => number;
  /** Outputs of earlier variants of the same request; a new one must differ from them. */
  readonly earlier: readonly unknown[];
}

/** One question to the model. Asks of one request share `system` and the beginning of `prompt`: models cache prefixes. */
export interface Ask<Answer = unknown> {
  readonly kind: 'ask';
  /** What is asked for, as a path in the result: `hook`, `scenes[2].narration`. */
  readonly part: string;
  /** What a person reads while waiting: "Writing scene 3 of 6". */
  readonly label: string;
  readonly system: string;
  readonly prompt: string;
  /** `text`: the answer is plain text. `json`: constrained by the schema where the model can be. */
  readonly answer:
    | { readonly form: 'text' }
    | { readonly form: 'json'; readonly name: string; readonly schema: z.ZodType<Answer> };
  readonly maxTokens: number;
  readonly temperature: number;
  /** Events to tell while a streamed JSON answer grows, from its complete parts so far. */
  readonly observe?: (partial: unknown) => RecipeEvent[];
}

/** What a watching client is told; becomes a server-sent event of the same name. */
export type RecipeEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly label: string }
  /** A scene as it stands; one with the same id later replaces it. */
  | { readonly kind: 'scene'; readonly scene: unknown }
  | { readonly kind: 'check'; readonly finding: Finding };

/** A conversation with the model that ends in a result: yields asks and events, is sent each ask's answer. */
export type Writing<Result> = Generator<Ask | RecipeEvent, Result, unknown>;

/** Yields one ask and types its answer: `const hook = yield* ask({ … })`. */
export function* ask<Answer>(question: Omit<Ask<Answer>, 'kind'>): Generator<Ask, Answer, unknown> {
  const answer = yield { kind: 'ask', ...question };
  return answer as Answer;
}

/** One check's outcome, as `meta.checks` shows it. */
export interface Finding {
  /** `duration`, `narration_speakable`, `title_length`, … */
  readonly name: string;
  readonly ok: boolean;
  /** The measured figure and what it is held against, in `unit`. */
  readonly value: number | string | null;
  readonly limit: number | string | null;
  readonly unit: string;
  readonly sceneId?: string;
  /** Where in the draft: `scenes[2].narration`. */
  readonly path?: string;
  /** One sentence for the repair question and for people. */
  readonly message: string;
  /**
   * What it means when it is never satisfied. `must`: GENERATION_FAILED. `target`: delivered with the finding in
   * `meta.checks`, or GENERATION_FAILED where the request says `strict`. `report`: delivered with the finding.
   */
  readonly severity: 'must' | 'target' | 'report';
}
