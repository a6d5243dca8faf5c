import * as presets from 'opencc-js/preset';
import { readTables } from '../../src/language/chinese-tables.ts';
import type { HanTable } from '../../src/language/n-grams/table.ts';

/** Characters that one way of writing alone has, by OpenCC. */
export function hanCharacters(): HanTable {
  const { onlySimplified, onlyTraditional, toTaiwan, toHongKong } = readTables();
  const inUse = new Set([...toTaiwan.of.values(), ...toHongKong.of.values()]);
  const japanese = (presets.from.jp ?? [])
    .flat()
    .flatMap((dictionary) => (typeof dictionary === 'string' ? dictionary.split('|') : []))
    .map((line) => line.split(' ', 1)[0] ?? '')
    .filter((written) => Array.from(written).length === 1)
    .filter((written) => !onlySimplified.has(written) && !inUse.has(written));
  return { traditional: onlyTraditional, simplified: onlySimplified, japanese: new Set(japanese) };
}
