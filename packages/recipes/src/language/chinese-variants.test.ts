import * as OpenCC from 'opencc-js';
import { beforeAll, expect, test } from 'vitest';
import {
  chineseScriptOf,
  chineseVariantsOf,
  foreignVariants,
  inOwnVariant,
  loadChineseVariants,
} from './chinese-variants.ts';

beforeAll(loadChineseVariants);

test.each([
  ['zh-TW', 'Hant'],
  ['zh-HK', 'Hant'],
  ['zh-MO', 'Hant'],
  ['zh-Hant', 'Hant'],
  ['yue', 'Hant'],
  ['zh-Hans-TW', 'Hans'],
  ['zh-CN', 'Hans'],
  ['zh-SG', 'Hans'],
  ['zh-Hans', 'Hans'],
  ['zh', undefined],
  ['ja', undefined],
])('the tag %s asks for %s', (tag, script) => {
  expect(chineseScriptOf(tag)).toBe(script);
});

test('the way of writing is known by characters that only one of the two has', () => {
  expect(chineseVariantsOf('意式浓缩咖啡的压力')).toMatchObject({ script: 'Hans', simplified: ['浓', '缩', '压'] });
  expect(chineseVariantsOf('義式濃縮咖啡的壓力')).toMatchObject({ script: 'Hant', simplified: [] });
  expect(chineseVariantsOf('咖啡好喝').script).toBeUndefined();
  expect(chineseVariantsOf('No Chinese at all').script).toBeUndefined();
});

test('a text in the other way of writing is found and written in its own', () => {
  expect(foreignVariants('這杯咖啡的压力', 'zh-TW')).toEqual(['压']);
  expect(foreignVariants('这杯咖啡的壓力', 'zh-CN')).toEqual(['壓']);
  expect(foreignVariants('这杯咖啡的壓力', 'zh')).toEqual([]);
  expect(inOwnVariant('头发和发展，皇后与以后，面条与里程', 'zh-TW')).toBe('頭髮和發展，皇后與以後，麵條與里程');
  expect(inOwnVariant('头发和发展', 'zh-Hans')).toBe('头发和发展');
  expect(inOwnVariant('頭髮和發展 in 2024 🙂', 'zh-CN')).toBe('头发和发展 in 2024 🙂');
  expect(inOwnVariant('台湾里面', 'zh-HK')).toBe('台灣裏面');
  // OpenCC reads a lira (里拉) in it, and keeps that: what code cannot write otherwise is no fault.
  expect(foreignVariants('從茶葉里拉出來', 'zh-HK')).toEqual([]);
});

test.each(['台灣的群眾在吃飯', '床上的秘密', '脫脂奶'])('traditional text stays as Taiwan writes it: %s', (text) => {
  expect(foreignVariants(text, 'zh-TW')).toEqual([]);
  expect(inOwnVariant(text, 'zh-Hant')).toBe(text);
});

test('what is poured is not rushed', () => {
  expect(inOwnVariant('明天自己冲一杯手冲咖啡，不要冲动', 'zh-TW')).toBe('明天自己沖一杯手沖咖啡，不要衝動');
});

test('texts are converted as OpenCC converts them', () => {
  const text = '干燥的皇后在理发店后面发现了三万只钟表，面包师傅说：“这里的历史只有几十年。”他们准备复制系统软件。';
  expect(inOwnVariant(text, 'zh-TW')).toBe(OpenCC.Converter({ from: 'cn', to: 'tw' })(text));
  expect(inOwnVariant(text, 'zh-HK')).toBe(OpenCC.Converter({ from: 'cn', to: 'hk' })(text));
});
