import { asFigure, type ModelInfo } from './model-info.ts';
import { readPrice, type ModelPrice } from './price.ts';
import { isPriceMember } from './unit.ts';

const OF_BATCHES = '_batches';

/** Endings of prices that a batch has no use for as they are. */
const SERVED_OTHERWISE = /_(?:priority|flex|batches)$/;

/** What vendors take for a token of a batch where no price says it: half, as LiteLLM counts (`cost_calculator.py`, 1.108.7). */
const USUAL_SHARE = 0.5;

/**
 * What a model costs in a batch: by its prices that end in `_batches`, and where it has none by half of its others.
 * Nothing where no price is known.
 */
export function readBatchPrice(known: ModelInfo): ModelPrice | undefined {
  const plain = Object.entries(known).filter(([member]) => isPriceMember(member) && !SERVED_OTHERWISE.test(member));
  const priced = plain.map(([member, value]) => {
    const own = asFigure(known[member + OF_BATCHES]);
    const figure = asFigure(value);
    return [member, own ?? (figure === undefined ? value : figure * USUAL_SHARE)] as const;
  });
  const alone = Object.entries(known).flatMap(([member, value]) => {
    const name = member.slice(0, -OF_BATCHES.length);
    return member.endsWith(OF_BATCHES) && !(name in known) ? [[name, value] as const] : [];
  });
  return readPrice(Object.fromEntries([...priced, ...alone]));
}
