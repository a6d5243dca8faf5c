import * as fromSimplified from 'opencc-js/preset/cn2t';
import * as fromTraditional from 'opencc-js/preset/t2cn';

/** What is written, longest match first, and what is written instead. */
export interface Replacements {
  readonly of: ReadonlyMap<string, string>;
  readonly longest: number;
}

export interface VariantTables {
  readonly onlySimplified: ReadonlySet<string>;
  readonly onlyTraditional: ReadonlySet<string>;
  readonly toSimplified: Replacements;
  readonly toTraditional: Replacements;
  readonly toTaiwan: Replacements;
  readonly toHongKong: Replacements;
}

/**
 * The dictionaries of OpenCC (opencc-js, Apache-2.0) as maps. Its own converter keeps them as tries, which take four times
 * the memory.
 */
export function readTables(): VariantTables {
  const toTraditional = pairsOf(fromSimplified.from.cn);
  const toSimplified = pairsOf(fromTraditional.to.cn);
  return {
    onlySimplified: keysThatChange(toTraditional),
    onlyTraditional: keysThatChange(toSimplified),
    toSimplified: replacements(toSimplified),
    toTraditional: replacements(toTraditional),
    toTaiwan: replacements(pairsOf(fromSimplified.to.tw)),
    toHongKong: replacements(pairsOf(fromSimplified.to.hk)),
  };
}

type Pairs = readonly (readonly [written: string, instead: readonly string[]])[];

/** OpenCC's dictionaries are lines of a key and its values, the likeliest first, as one text with `|` between. */
function pairsOf(groups: readonly (readonly (string | readonly (readonly [string, string])[])[])[] = []): Pairs {
  const entries = groups.flat().flatMap((dictionary) => {
    if (typeof dictionary !== 'string') return dictionary;
    return dictionary.split('|').map((line) => line.split(/ (.*)/u, 2) as [string, string]);
  });
  return entries.map(([written, instead]) => [written, instead.split(' ')]);
}

/** Single characters that are always written in another way; one that may stay (后, 干, 里) tells nothing. */
function keysThatChange(pairs: Pairs): ReadonlySet<string> {
  const changing = pairs.filter(([written, instead]) => Array.from(written).length === 1 && !instead.includes(written));
  return new Set(changing.map(([written]) => written));
}

function replacements(pairs: Pairs): Replacements {
  const of = new Map(pairs.map(([written, [first = written]]) => [written, first]));
  return { of, longest: Math.max(...pairs.map(([written]) => written.length)) };
}
