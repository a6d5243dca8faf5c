import type { Ask, RecipeContext, RecipeEvent, Writing } from '../recipe.ts';

export interface Told<Result> {
  readonly result: Result;
  readonly asks: readonly Ask[];
  readonly events: readonly RecipeEvent[];
}

/** Runs a writing to its end; `answer` plays the model. JSON answers have to keep the ask's schema, as in service. */
export function answerAsks<Result>(
  writing: Writing<Result>,
  answer: (question: Ask, count: number) => unknown,
): Told<Result> {
  const asks: Ask[] = [];
  const events: RecipeEvent[] = [];
  let step = writing.next();
  while (step.done !== true) {
    if (step.value.kind === 'ask') {
      const question = step.value;
      asks.push(question);
      const given = answer(question, asks.length);
      step = writing.next(question.answer.form === 'json' ? question.answer.schema.parse(given) : given);
    } else {
      events.push(step.value);
      step = writing.next();
    }
  }
  return { result: step.value, asks, events };
}

export function contextOf(strategy: RecipeContext['strategy'], earlier: readonly unknown[] = []): RecipeContext {
  return { strategy, newId: (prefix) => `${prefix}_1`, random: () => 0.25, earlier };
}
