import type { Ask, Effect, Event, Fixed, Told, Work } from '../port/effects.ts';
import type { Circumstances } from '../port/operation.ts';

export interface Answered<Result> {
  readonly result: Result;
  readonly asks: readonly Ask[];
  readonly told: readonly Told<Event>[];
  readonly fixes: readonly Fixed[];
}

/** Plays the model: what it says to a question, the first being number 1. */
export type Model = (question: Ask, count: number) => unknown;

/** Runs a piece of work to its end. JSON answers have to keep the ask's schema, as in service; chance is always 0.25. */
export function answerAsks<Result, Own extends Event>(work: Work<Result, Own>, model: Model): Answered<Result> {
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
        throw new Error(`Nothing stands in for ${effect.name} here.`);
      case 'fixed':
        return void fixes.push(effect);
      case 'progress':
      case 'event':
        return void told.push(effect);
    }
  };
  const finish = <Value>(piece: Work<Value, Event>): Value => {
    let step = piece.next();
    while (step.done !== true) step = piece.next(perform(step.value));
    return step.value;
  };
  return { result: finish(work as Work<Result, Event>), asks, told, fixes };
}

export function circumstancesOf(strategy: Circumstances['strategy'], earlier: readonly unknown[] = []): Circumstances {
  return { strategy, earlier };
}
