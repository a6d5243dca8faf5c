import type { z } from 'zod';
import type { Finding, Outcome } from './finding.ts';
import type { OperationName, OperationTypes } from './operation-types.ts';

/**
 * What an operation may want of the world, as data that it yields: whoever drives it (mpc-api's `drive/`) does it and
 * sends what came of it back in. Nothing else reaches an operation, so that it comes to the same place when it is fed
 * the same again. `Own` are the events that its kind tells.
 */
export type Effect<Own extends Event = never> =
  | Ask<unknown, Own>
  | NewId
  | Chance
  | Clock
  | All<Own>
  | Run
  | Fixed
  | Told<Own>;

/** A piece of an operation: yields effects, is sent what came of each, ends in a result. */
export type Work<Result, Own extends Event = never> = Generator<Effect<Own>, Result, unknown>;

/** One question to the model. Asks of one request share `system` and the beginning of `prompt`: models cache prefixes. */
export interface Ask<Value = unknown, Own extends Event = Event> {
  readonly kind: 'ask';
  /** What is asked for, as a path in the result: `hook`, `scenes[2].narration`. */
  readonly part: string;
  /** What a person reads while waiting: "Writing scene 3 of 6". */
  readonly label: string;
  readonly system: string;
  readonly prompt: string;
  /** The first words of a text reply: a small model that is begun for keeps to them. What comes back has them. */
  readonly begins?: string;
  /** What the reply has to be about, in the caller's words: one that repeats itself without any of them is a refusal. */
  readonly topic?: string;
  /** What the model has to reply: plain text, or JSON, constrained by the schema where the model can be. */
  readonly reply:
    | { readonly form: 'text'; /** Fewer are no answer. */ readonly leastSentences?: number }
    | { readonly form: 'json'; readonly name: string; readonly schema: z.ZodType<Value> };
  readonly maxTokens: number;
  readonly temperature: number;
  /**
   * A reply of the usual shape and size, its words without meaning: what an estimate goes on with in place of a model's.
   * Every ask of a first draft has one.
   */
  readonly expected?: () => Value;
  /** Events to tell while a streamed reply grows: from a JSON reply's complete parts so far, from a plain text as it is. */
  readonly observe?: (partial: unknown) => readonly (Progress | Own)[];
}

/** Wants an id that nothing else has, such as `scr_…`. */
export interface NewId {
  readonly kind: 'id';
  readonly prefix: string;
}

/** Wants a number in [0, 1) for choices such as variants, the same for the same seed at the same place. */
export interface Chance {
  readonly kind: 'chance';
}

/** Wants to know what time it is. */
export interface Clock {
  readonly kind: 'clock';
}

/** Pieces of work that don't need each other, to be done at once. */
export interface All<Own extends Event = never> {
  readonly kind: 'all';
  readonly branches: readonly Work<unknown, Own>[];
}

/** Wants what another operation makes of an input. */
export interface Run {
  readonly kind: 'run';
  readonly name: string;
  readonly input: unknown;
  /**
   * The member of the own result in which it will stand: `thumbnail`. Then it is a part: counted by itself, its
   * findings under that path, kept as a job of its own; what comes back is a `Part`.
   */
  readonly at?: string;
}

/** What an operation made as a part of another's result. */
export interface Part<Output> {
  readonly output: Output;
  /** Under which it is kept; null where nothing is. */
  readonly jobId: string | null;
}

/** Says that code made right what was found, for `meta.checks`: a failed check, or words that it took out of a text. */
export interface Fixed {
  readonly kind: 'fixed';
  readonly finding: Finding;
  readonly outcome: Outcome;
}

/** Something for whoever watches. */
export type Told<Own extends Event = never> = Progress | Own;

export interface Progress {
  readonly kind: 'progress';
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** What a kind tells beside progress; becomes a server-sent event of that name with that data. */
export interface Event<Name extends string = string, Data = unknown> {
  readonly kind: 'event';
  readonly name: Name;
  readonly data: Data;
}

/** Puts one question and types the reply: `const hook = yield* ask({ … })`. */
export function* ask<Value, Own extends Event = never>(
  question: Omit<Ask<Value, Own>, 'kind'>,
): Generator<Ask<Value, Own>, Value, unknown> {
  return (yield { kind: 'ask', ...question }) as Value;
}

/** An id with the given prefix: `yield* newId('scr')`. */
export function* newId(prefix: string): Generator<NewId, string, unknown> {
  return (yield { kind: 'id', prefix }) as string;
}

/** One of the choices, by chance. */
export function* oneOf<Choice>(choices: readonly [Choice, ...Choice[]]): Generator<Chance, Choice, unknown> {
  const chance = (yield { kind: 'chance' }) as number;
  return choices[Math.floor(chance * choices.length)] ?? choices[0];
}

/** The time at which this was reached first. */
export function* now(): Generator<Clock, Date, unknown> {
  return new Date((yield { kind: 'clock' }) as number);
}

/**
 * Does pieces of work at once and gives their results in the order of the pieces, whichever ends first. When one
 * fails, what is under way is finished and nothing new is begun; the failure is thrown in here.
 */
export function* all<const Results extends readonly unknown[], Own extends Event = never>(branches: {
  readonly [Place in keyof Results]: Work<Results[Place], Own>;
}): Generator<All<Own>, Results, unknown> {
  return (yield { kind: 'all', branches }) as Results;
}

/** What another operation makes of an input, reached by its public name: `yield* run('script', { prompt })`. */
export function* run<Name extends OperationName>(
  name: Name,
  input: OperationTypes[Name]['input'],
): Generator<Run, OperationTypes[Name]['output'], unknown> {
  return (yield { kind: 'run', name, input }) as OperationTypes[Name]['output'];
}

/**
 * The same as a part of the own result, standing there in the member `at`. What cannot be made is thrown in here as an
 * `ApiError`, and the others go on.
 */
export function* runPart<Name extends OperationName>(
  name: Name,
  input: OperationTypes[Name]['input'],
  at: string,
): Generator<Run, Part<OperationTypes[Name]['output']>, unknown> {
  return (yield { kind: 'run', name, input, at }) as Part<OperationTypes[Name]['output']>;
}

export function fixed(finding: Finding, outcome: Outcome): Fixed {
  return { kind: 'fixed', finding, outcome };
}

export function progress(made: number, total: number, label: string): Progress {
  return { kind: 'progress', done: made, total, label };
}

export function event<Name extends string, Data>(name: Name, data: Data): Event<Name, Data> {
  return { kind: 'event', name, data };
}

/**
 * What a piece of work comes to, or undefined where the model gave no usable reply to it: its neighbours then stand
 * without it. Every other failure is thrown on.
 */
export function* ifUsable<Result, Own extends Event = never>(work: Work<Result, Own>): Work<Result | undefined, Own> {
  try {
    return yield* work;
  } catch (error) {
    if (error instanceof Error && error.name === UNUSABLE_REPLY) return undefined;
    throw error;
  }
}

/** The name of the error that is thrown into a piece of work where all tries of an ask gave nothing usable. */
export const UNUSABLE_REPLY = 'UnusableReplyError';

/** A result for which nothing is wanted of the world. */
// oxlint-disable-next-line require-yield -- that is what it is for
export function* done<Result>(result: Result): Generator<never, Result, unknown> {
  return result;
}
