import type { Ask, Finding, Recipe, RecipeContext } from '../recipe.ts';
import { answerAsks } from './answer-asks.ts';

/** Rounds of repair in service. */
const ROUNDS = 3;

/** Writes, checks and repairs as the service does; `answer` plays the model. */
export function settle<Input, Draft, Output>(
  recipe: Recipe<Input, Draft, Output>,
  input: Input,
  context: RecipeContext,
  answer: (question: Ask) => unknown,
): { output: Output; failed: Finding[]; asks: Ask[] } {
  const first = answerAsks(recipe.write[context.strategy](input, context), answer);
  let draft = first.result;
  const asks = [...first.asks];
  const failedNow = () => recipe.check(draft, input, context).filter(({ ok }) => !ok);
  for (let round = 0; round < ROUNDS && failedNow().length > 0; round += 1) {
    const repaired = answerAsks(recipe.repair(draft, failedNow(), input, context), answer);
    asks.push(...repaired.asks);
    if (repaired.result === draft) break;
    draft = repaired.result;
  }
  return { output: recipe.output.parse(recipe.deliver(draft, input, context)), failed: failedNow(), asks };
}
