import type { Ask, Effect, Event, Fixed, Run, Told, Work } from '../port/effects.ts';
import type { Circumstances } from '../port/operation.ts';

export interface Answered<Result> {
  readonly result: Result;
  readonly asks: readonly Ask[];
  readonly told: readonly Told<Event>[];
  readonly fixes: readonly Fixed[];
}

/** Plays the model: what it says to a question, the first being number 1. */
export type Model = (question: Ask, count: number) => unknown;

/** Plays the other operations: what one gives, or what it throws. */
export type Others = (wanted: Run) => unknown;

const nobody: Others = ({ name }) => {
  throw new Error(`Nothing stands in for ${name} here.`);
};

/** Runs a piece of work to its end. JSON answers have to keep the ask's schema, as in service; chance is always 0.25. */
export function answerAsks<Result, Own extends Event>(
  work: Work<Result, Own>,
  model: Model,
  others: Others = nobody,
): Answered<Result> {
  const asks: Ask[] = [];
  const told: Told<Event>[] = [];
  const fixes: Fixed[] = [];
  const answerOne = (question: Ask): unknown => {
    asks.push(question);
    const given = model(question, asks.length);
    return question.reply.form === 'json' ? question.reply.schema.parse(given) : given;
  };
  const perform = (effect: Effect<Event>): unknown => {
    switch (effect.kind) {
      case 'ask':
        return answerOne(effect);
      case 'id':
        return `${effect.prefix}_1`;
      case 'chance':
        return 0.25;
      case 'clock':
        return Date.UTC(2026, 0, 1);
      case 'all':
        return effect.branches.map(finish);
      case 'run':
        return others(effect);
      case 'fixed':
        return void fixes.push(effect);
      case 'progress':
      case 'event':
        return void told.push(effect);
    }
  };
  const finish = <Value>(piece: Work<Value, Event>): Value => {
    let step = piece.next();
    while (step.done !== true) step = after(piece, step.value);
    return step.value;
  };
  const after = <Value>(piece: Work<Value, Event>, effect: Effect<Event>): IteratorResult<Effect<Event>, Value> => {
    let value: unknown;
    try {
      value = perform(effect);
    } catch (error) {
      return piece.throw(error);
    }
    return piece.next(value);
  };
  return { result: finish(work as Work<Result, Event>), asks, told, fixes };
}

export function circumstancesOf(strategy: Circumstances['strategy'], earlier: readonly unknown[] = []): Circumstances {
  return { strategy, earlier };
}
