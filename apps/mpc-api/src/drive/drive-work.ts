import type { Ask, Effect, Event, Fixed, Run, Told, Work } from '@showrunner/recipes';
import { newId } from '../jobs/new-id.ts';
import { chanceAt } from './journal/chance.ts';
import type { Strategy } from './compose/choose-model.ts';
import { recordedWithFixes, type Journal, type Kept } from './journal/journal.ts';
import type { Place } from './journal/place.ts';
import type { CheckTold } from './variant.ts';

/** What an operation's effects are done with. */
export interface World {
  /** Puts a question to the model, and says what code took out of its reply. A small model is given more tries. */
  ask(question: Ask, strategy: Strategy): Promise<Kept>;
  /** Bounds how many questions are under way at once, wherever in the operation they are asked. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Performs another operation, whose effects stand under `place`. */
  run(wanted: Run, place: Place, world: World): Promise<unknown>;
  /** Hears what code made right. */
  noteFix(fixed: Fixed): void;
  readonly strategy: Strategy;
  readonly tell: ((event: Told<Event> | CheckTold) => void) | undefined;
  readonly journal: Journal;
  /** Chance is the same for the same seed at the same place. */
  readonly seed: string;
  /** Aborts when nobody waits any longer. */
  readonly signal: AbortSignal;
  /** Whether a piece of work beside this one has failed, so that nothing new shall be begun. */
  readonly isHalted: () => boolean;
}

/**
 * Drives a piece of work to its end: does what it wants and sends what came of it back in. What fails is thrown into
 * the work, which may go another way.
 */
export async function driveWork<Result, Own extends Event>(
  work: Work<Result, Own>,
  place: Place,
  world: World,
): Promise<Result> {
  let step = work.next();
  while (step.done !== true) {
    world.signal.throwIfAborted();
    const outcome = await outcomeOf(step.value, place, world);
    world.signal.throwIfAborted();
    step = 'value' in outcome ? work.next(outcome.value) : work.throw(outcome.error);
  }
  return step.value;
}

async function outcomeOf(
  effect: Effect<Event>,
  place: Place,
  world: World,
): Promise<{ readonly value: unknown } | { readonly error: unknown }> {
  try {
    return { value: await perform(effect, place, world) };
  } catch (error) {
    return { error };
  }
}

/** What comes of one effect. Only what the operation is told gets a place: events change nothing. */
function perform(effect: Effect<Event>, place: Place, world: World): unknown {
  switch (effect.kind) {
    case 'progress':
    case 'event':
      return world.tell?.(effect);
    case 'fixed':
      return world.noteFix(effect);
    case 'all':
      return driveAll(effect.branches, place.next(), world);
    case 'run':
      return world.run(effect, place.next(), world);
    case 'ask':
    case 'id':
    case 'chance':
    case 'clock':
      return performOnce(effect, place.next().path, world);
  }
}

type Lasting = Extract<Effect, { kind: 'id' | 'chance' | 'clock' }>;

async function performOnce(effect: Lasting | Ask, place: string, world: World): Promise<unknown> {
  const { value, fixes = [] } = await recordedWithFixes(place, world.journal, () => makeOnce(effect, place, world));
  for (const fixed of fixes) world.noteFix(fixed);
  return value;
}

async function makeOnce(effect: Lasting | Ask, place: string, world: World): Promise<Kept> {
  switch (effect.kind) {
    case 'ask':
      return await askInTurn(effect, world);
    case 'id':
      return { value: newId(effect.prefix) };
    case 'chance':
      return { value: chanceAt(world.seed, place) };
    case 'clock':
      return { value: Date.now() };
  }
}

function askInTurn(question: Ask, world: World): Promise<Kept> {
  return world.inTurn(async () => {
    await world.journal.safe();
    world.signal.throwIfAborted();
    if (world.isHalted()) throw new HaltedError();
    return world.ask(question, world.strategy);
  });
}

/** All branches at once, their results in the order of the branches; the first failure, in that order, ends them. */
async function driveAll(branches: readonly Work<unknown, Event>[], place: Place, world: World): Promise<unknown[]> {
  let hasFailed = false;
  const beside: World = { ...world, isHalted: () => hasFailed || world.isHalted() };
  const outcomes = await Promise.allSettled(
    branches.map((branch, index) =>
      driveWork(branch, place.within(String(index)), beside).catch((error: unknown) => {
        hasFailed = true;
        throw error;
      }),
    ),
  );
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  if (failures.length > 0) throw failures.find((failure) => !(failure instanceof HaltedError)) ?? failures[0];
  return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined));
}

/** A question was not put, because what stands beside it has failed. */
class HaltedError extends Error {
  override readonly name = 'HaltedError';
}
