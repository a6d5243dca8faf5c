import { francAll } from 'franc';
import type { ProseLanguage } from '../prose/languages.ts';

/** The letters of languages that are not written in Latin ones. */
const SCRIPTS: Partial<Record<ProseLanguage, RegExp>> = {
  ru: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
  hi: /\p{Script=Devanagari}/u,
  bn: /\p{Script=Bengali}/u,
  th: /\p{Script=Thai}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /\p{Script=Hangul}/u,
  'zh-CN': /\p{Script=Han}/u,
  'zh-TW': /\p{Script=Han}/u,
};

/** ISO 639-3, as franc names them. */
const LATIN: Partial<Record<ProseLanguage, string>> = {
  en: 'eng',
  de: 'deu',
  es: 'spa',
  fr: 'fra',
  pt: 'por',
  it: 'ita',
  nl: 'nld',
  pl: 'pol',
  tr: 'tur',
};

/** Characters that are written in one of the two ways alone, of those in the bench's prose. */
const SIMPLIFIED_ONLY = /[浓缩从哪里来个烧钢网带边让变弱与给还诉错热该讲个愿随气轮紧着点汤记]/u;
const TRADITIONAL_ONLY = /[濃縮從來個燒鋼網帶邊讓變與給還訴錯熱該講願隨氣輪緊點記]/u;

/** Below this many letters a statistical detector guesses. */
const ENOUGH_LETTERS = 70;

/** Of the likeness that the likeliest language has; short texts of near languages come to 0.9. */
const LEAST_LIKENESS = 0.8;

/** Whether a text is surely in another language. `undefined`: it cannot be said. */
export function isForeign(text: string, language: ProseLanguage): boolean | undefined {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < 12) return undefined;
  const script = SCRIPTS[language];
  if (script) return letters.filter((letter) => script.test(letter)).length < letters.length * 0.4;
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  if (latin < letters.length * 0.6) return true;
  const code = LATIN[language];
  if (letters.length < ENOUGH_LETTERS || code === undefined) return undefined;
  const own = francAll(text, { only: Object.values(LATIN) }).find(([likely]) => likely === code);
  return (own?.[1] ?? 0) < LEAST_LIKENESS;
}

/** Whether a Chinese text has characters of the other way of writing. */
export function isOtherChinese(text: string, language: ProseLanguage): boolean {
  if (language === 'zh-TW') return SIMPLIFIED_ONLY.test(text) && !TRADITIONAL_ONLY.test(text);
  return language === 'zh-CN' && TRADITIONAL_ONLY.test(text) && !SIMPLIFIED_ONLY.test(text);
}
