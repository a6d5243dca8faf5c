import { asFigure, type ModelInfo } from './model-info.ts';
import {
  LONG_PROMPT,
  serviceTiers,
  tierOf,
  unitPricing,
  units,
  type ServiceTier,
  type Unit,
  type Use,
} from './unit.ts';

/** US dollars for one of each unit; a unit that is not there has no price that is known. */
type Rates = Readonly<Partial<Record<Unit, number>>>;

/** What a model costs, served in one way. */
export interface TierPrice {
  readonly rates: Rates;
  /** What it costs instead when the whole prompt is longer than so many tokens; the longest first. */
  readonly longPrompts: readonly { readonly aboveTokens: number; readonly rates: Rates }[];
}

/** What a model costs. */
export interface ModelPrice extends TierPrice {
  /** What it costs where it is served at once, or when there is room; nothing where no such price is stated. */
  readonly tiers: Readonly<Partial<Record<ServiceTier, TierPrice>>> | undefined;
}

/** Nothing where no price is known at all: an unknown cost is never zero. */
export function readPrice(known: ModelInfo): ModelPrice | undefined {
  const stated = statedRates(known);
  if (Object.keys(stated).length === 0) return undefined;
  if (stated.inputTokens !== undefined || stated.outputTokens !== undefined) {
    stated.inputTokens ??= 0;
    stated.outputTokens ??= 0;
  }
  const tiers = serviceTiers.flatMap((tier) => {
    const own = statedRates(known, `_${tier}`);
    return Object.keys(own).length === 0 ? [] : [[tier, tierPrice(known, stated, tier)] as const];
  });
  return { ...tierPrice(known, stated), tiers: tiers.length === 0 ? undefined : Object.fromEntries(tiers) };
}

/** What is not stated of a tier is as it is without one. */
function tierPrice(known: ModelInfo, stated: Rates, tier?: ServiceTier): TierPrice {
  const served = tier === undefined ? '' : `_${tier}`;
  const rates = { ...stated, ...statedRates(known, served) };
  const endings = new Map(Object.keys(known).flatMap((member) => longPromptOf(member)));
  const longPrompts = [...endings]
    .map(([ending, aboveTokens]) => ({
      aboveTokens,
      rates: completed({ ...rates, ...statedRates(known, ending), ...statedRates(known, ending + served) }),
    }))
    .sort((one, other) => other.aboveTokens - one.aboveTokens);
  return { rates: completed(rates), longPrompts };
}

/** Vendors' words for a call that is served as usual (OpenAI's and Anthropic's API references, 2026-11). */
const USUAL_TIERS: ReadonlySet<unknown> = new Set(['default', 'standard']);

/**
 * How a call is billed: by its vendor's word for how it was served, where that is one that has a price, and else as it was
 * asked for. LiteLLM's `_resolve_billable_service_tier` (1.108.7).
 */
export function billedTier(served: unknown, asked: unknown): unknown {
  const isKnown = typeof served === 'string' && (USUAL_TIERS.has(served) || tierOf(served) !== undefined);
  return isKnown ? served : asked;
}

/** The price of a call that is served in this way, by its vendor's word; a way that has no price of its own costs what is usual. */
export function priceServedAs(price: ModelPrice | undefined, tier: unknown): TierPrice | undefined {
  if (price?.tiers === undefined || typeof tier !== 'string') return price;
  const served = tierOf(tier);
  return (served && price.tiers[served]) ?? price;
}

/**
 * US dollars for what a call used; nothing where the price of something that it used is not known, because an unknown
 * cost is never zero. A model that has a price for tokens of one direction alone gives the other away.
 */
export function priceOf(price: TierPrice | undefined, use: Use): number | undefined {
  if (price === undefined) return undefined;
  // Every request is priced before its answer leaves: only the few units that it used are looked at.
  const quantities: Readonly<Record<string, number | undefined>> = use;
  const rates: Readonly<Record<string, number | undefined>> =
    price.longPrompts.length === 0 ? price.rates : ratesFor(price, use);
  let sum = 0;
  for (const unit in quantities) {
    const quantity = quantities[unit];
    if (!quantity) continue;
    const rate = rates[unit];
    if (rate === undefined) return undefined;
    sum += quantity * rate;
  }
  return sum;
}

/**
 * The same, unit by unit. Nothing is there for what was not used; where one price is not known, no sum is to be made of
 * them (`priceOf`).
 */
export function pricesOf(price: TierPrice, use: Use): Use {
  const quantities: Readonly<Record<string, number | undefined>> = use;
  const rates: Readonly<Record<string, number | undefined>> =
    price.longPrompts.length === 0 ? price.rates : ratesFor(price, use);
  const dollars: Record<string, number> = {};
  for (const unit in quantities) {
    const quantity = quantities[unit];
    const rate = rates[unit];
    if (quantity && rate !== undefined) dollars[unit] = quantity * rate;
  }
  return dollars;
}

function ratesFor({ rates, longPrompts }: TierPrice, use: Use): Rates {
  const prompt =
    (use.inputTokens ?? 0) +
    (use.cachedInputTokens ?? 0) +
    (use.cacheWriteTokens ?? 0) +
    (use.cacheWriteHourTokens ?? 0) +
    (use.inputImageTokens ?? 0) +
    (use.inputAudioTokens ?? 0);
  return longPrompts.find(({ aboveTokens }) => prompt > aboveTokens)?.rates ?? rates;
}

/** What members with this ending state. */
function statedRates(known: ModelInfo, ending = ''): Partial<Record<Unit, number>> {
  const stated: Partial<Record<Unit, number>> = {};
  for (const unit of units) {
    const { members, risesWithPrompt } = unitPricing[unit];
    if (ending !== '' && !risesWithPrompt) continue;
    const rate = members.map((member) => statedRate(known[member + ending])).find((each) => each !== undefined);
    if (rate !== undefined) stated[unit] = rate;
  }
  return stated;
}

/** With the units that are billed as others. In the order of `units` each comes after the one that stands in for it. */
function completed(stated: Rates): Rates {
  const rates: Partial<Record<Unit, number>> = { ...stated };
  for (const unit of units) {
    const substitute = unitPricing[unit].else;
    const rate = rates[unit] ?? (substitute && rates[substitute]);
    if (rate !== undefined) rates[unit] = rate;
  }
  return rates;
}

/** A search's price goes by how much context it brings; the middle one is what vendors bring unasked. */
function statedRate(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return asFigure(value);
  return 'search_context_size_medium' in value ? asFigure(value.search_context_size_medium) : undefined;
}

function longPromptOf(member: string): [string, number][] {
  const [ending, digits, thousands] = LONG_PROMPT.exec(member) ?? [];
  return ending === undefined ? [] : [[ending, Number(digits) * (thousands === 'k' ? 1000 : 1)]];
}
