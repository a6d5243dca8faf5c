import { labelledOption } from './choices.ts';

/** A value with one text wherever it offered several, and what went with the others. */
export interface Chosen {
  readonly value: unknown;
  readonly removed: readonly string[];
}

/** A second choice has a line of its own, or its number and a mark behind it. */
const MAY_OFFER = /\n|[2２٢۲२২Bb②二]\s*[:：)）–—-]/u;

/** Of texts in a JSON value that are "Option 1: … Option 2: …" the first option. */
export function oneChoice(value: unknown): Chosen {
  if (!mayOffer(value)) return { value, removed: [] };
  const removed: string[] = [];
  const whole = eachText(value, (text) => {
    const chosen = MAY_OFFER.test(text) ? labelledOption(text) : undefined;
    removed.push(...(chosen?.removed ?? []));
    return chosen?.text.trim() ?? text;
  });
  return { value: whole, removed };
}

function mayOffer(value: unknown): boolean {
  if (typeof value === 'string') return MAY_OFFER.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(mayOffer);
}

function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((member) => eachText(member, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, eachText(member, change)]));
}
