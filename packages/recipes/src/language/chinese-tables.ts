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
  const toSimplified = pairsOf(fromTraditional.to.cn);
  const toTraditional = replacements([...pairsOf(fromSimplified.from.cn), ...DRINKS]);
  const toTaiwan = replacements(pairsOf(fromSimplified.to.tw));
  const toHongKong = replacements(pairsOf(fromSimplified.to.hk));
  const simplified = keysThatChange(pairsOf(fromSimplified.from.cn));
  // 吃, 台 and 群 are how Taiwan or Hong Kong write, whatever OpenCC's standard has.
  const isUsedThere = (character: string) =>
    [toTaiwan, toHongKong].some((to) => {
      const traditional = toTraditional.of.get(character) ?? character;
      return (to.of.get(traditional) ?? traditional) === character;
    });
  return {
    onlySimplified: new Set([...simplified].filter((character) => !isUsedThere(character))),
    onlyTraditional: keysThatChange(toSimplified),
    toSimplified: replacements(toSimplified),
    toTraditional,
    toTaiwan,
    toHongKong,
  };
}

/** 冲 is 衝 for OpenCC, a rush, but for some words; what is poured is 沖. */
const DRINKS: Pairs = ['手冲', '冲一杯', '冲杯', '冲咖啡', '冲茶', '冲奶', '冲牛奶', '冲水', '冲好', '冲煮'].map(
  (written) => [written, [written.replace('冲', '沖')]],
);

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
