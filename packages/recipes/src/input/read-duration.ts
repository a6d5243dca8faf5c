import { withSpansInFigures } from './spans-in-words.ts';
import { plainDigits } from '../language/numbers/fold.ts';
import {
  isArticle,
  isConjunction,
  isSingular,
  partCount,
  secondsOfUnit,
  spelledCount,
  withUnitsApart,
} from './time-units.ts';

/** Seconds, or what is wrong with the text in words that follow the name of its member. */
export type ReadDuration =
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'unread'; readonly problem: string };

/**
 * One span of time as people write it: `90`, `1:30`, `1:02:03`, `1:30 min`, `PT1M30S`, `1h30`, `2'30"`, `1.5 min`, `½ hour`,
 * `2 Minuten`, `dos minutos`, `un minuto y medio`, `anderthalb Minuten`, `half an hour`, `1分30秒`, `两分半钟`.
 */
export function readDuration(text: string): ReadDuration {
  const plain = plainText(text);
  return readIso(plain) ?? readClock(plain) ?? readUnits(withUnitsApart(plain).trim());
}

/** A span or a range of them, which means its middle: `30-60 seconds` is 45 s, `ein bis zwei Minuten` 90 s. */
export function readDurationOrRange(text: string): ReadDuration {
  const plain = plainText(text).replace(BETWEEN, '$1-$2').replace(FROM, '');
  for (const { 0: sign, index } of plain.matchAll(RANGE_SIGN)) {
    const range = readRange(plain.slice(0, index), plain.slice(index + sign.length));
    if (range !== undefined) return range;
  }
  return readDuration(plain);
}

function plainText(text: string): string {
  const plain = plainDigits(text).normalize('NFKC').replace(/[’′]/gu, "'").replace(/[”″“]/gu, '"');
  return withSpansInFigures(plain.trim().toLowerCase()).replace(ABOUT, '');
}

/** Words and signs for "about", in front. */
const ABOUT =
  /^(?:~|≈|≃|ca\.?|circa|about|around|approx\.?|approximately|roughly|etwa|ungefähr|rund|environ|unos|unas|aproximadamente|cerca de|около|примерно|około|ongeveer|omkring|yaklaşık|約|约|大约|大約|약)\s*/u;
const BETWEEN =
  /^(?:between|zwischen|entre|tra|fra|tussen|mellan|mellem|mellom|między|между|між)\s+(.+?)\s+(?:and|und|y|et|e|en|och|og|a|i|и|і)\s+(.+)$/u;
const FROM = /^(?:from|von|de|da|dal|od|от|від|från|fra|van)\s+(?=\d)/u;
const RANGE_SIGN = /\s*[-–—~〜～]\s*|\s+(?:to|bis|à|a|до|tot|til|till|do|ate|até)\s+|(?:から|至|到|에서)/gu;

function readRange(from: string, to: string): ReadDuration | undefined {
  const end = readDuration(to);
  if (end.kind === 'unread' || secondsOfUnit(to) !== undefined) return undefined;
  const start = readDuration(`${from} ${unitFor(from, to)}`.trim());
  if (start.kind === 'unread') return undefined;
  if (start.seconds > end.seconds) return unread(`says from ${start.seconds} s to ${end.seconds} s, which is no range`);
  return seconds((start.seconds + end.seconds) / 2);
}

/** The unit that a number without one shares with the number behind it: "30-60 seconds", "one to two minutes". */
function unitFor(from: string, to: string): string {
  if (/^[\d.,]+$/u.test(from)) return to.replace(/^[\d.,:\s]+/u, '');
  const [, ...rest] = withUnitsApart(to)
    .split(' ')
    .filter((part) => part !== '');
  return readDuration(from).kind === 'unread' ? rest.join(' ') : '';
}

function seconds(value: number): ReadDuration {
  return { kind: 'seconds', seconds: value };
}

function unread(problem: string): ReadDuration {
  return { kind: 'unread', problem };
}

/** ISO 8601, 4.4.3.2, days to seconds; the last part may have decimals. */
const ISO = /^p(?:(\d+)d)?(?:t(?:(\d+(?:[.,]\d+)?)h)?(?:(\d+(?:[.,]\d+)?)m)?(?:(\d+(?:[.,]\d+)?)s)?)?$/u;

function readIso(text: string): ReadDuration | undefined {
  const [, ...parts] = ISO.exec(text) ?? [];
  if (parts.every((part) => part === undefined)) return undefined;
  const factors = [86_400, 3600, 60, 1];
  return seconds(parts.reduce((sum, part, index) => sum + numberOf(part ?? '0') * (factors[index] ?? 0), 0));
}

/** Minutes and seconds, hours before them; a unit behind says that the first are hours, or that it was meant so. */
const CLOCK = /^(\d{1,3}(?::[0-5]?\d){1,2})(?:\s*(\p{L}+)\.?)?$/u;

function readClock(text: string): ReadDuration | undefined {
  const [, clock, word] = CLOCK.exec(text) ?? [];
  if (clock === undefined) return undefined;
  const unit = word === undefined ? 60 : secondsOfUnit(word);
  if (unit === undefined) return unread(`cannot be read as a duration: nothing is measured in "${word}"`);
  const parts = clock.split(':').map(Number);
  const total = parts.reduce((sum, part) => sum * 60 + part, 0);
  return seconds(parts.length === 2 && unit === 3600 ? total * 60 : total);
}

/** Signs between the parts; the text begins with none, so that `-5` is nothing. */
const PART = /(\d{1,3}(?:[.,]\d{3})+(?![.,\d])|\d+(?:[.,]\d+)?)|([\p{L}\p{M}]+|['"])|(?<!^)[\s.,-]+/uy;

/** A number with its unit, as often as units get smaller: "1 h 20 min"; a last one without takes the next smaller. */
function readUnits(text: string): ReadDuration {
  const reading = new UnitReading();
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const part = PART.exec(text);
    if (part === null) return unread(`cannot be read as a duration: "${text}"`);
    const [, number, word] = part;
    if (number !== undefined) reading.addNumber(numberOf(number));
    else if (word !== undefined) reading.addWord(word);
  }
  return reading.result(text);
}

/** "1,200 seconds": nobody gives a second in thousandths. */
const GROUPED = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/u;

function numberOf(text: string): number {
  return Number(GROUPED.test(text) ? text.replace(/[.,]/gu, '') : text.replace(',', '.'));
}

/** What was read of a text of numbers and units, from left to right. */
class UnitReading {
  #total: number | undefined;
  #number: number | undefined;
  #smallest = Infinity;
  #pending: string[] = [];
  #part: number | undefined;
  #problem: string | undefined;

  addNumber(value: number): void {
    if (this.#number !== undefined) this.#problem ??= `has the number ${value} where a unit belongs`;
    this.#number = value;
  }

  addWord(word: string): void {
    const part = partCount(word);
    const unit = part === undefined ? secondsOfUnit(word) : undefined;
    if (part !== undefined) return this.#addPart(part);
    if (unit === undefined) {
      if (!isConjunction(word) || this.#total === undefined) this.#pending.push(word);
      return;
    }
    const count = this.#count(word);
    if (count === undefined) this.#problem ??= `does not say how many "${word}"`;
    else if (this.#number !== undefined && this.#pending.length > 0) this.#problem ??= unknown(this.#pending);
    else this.#add(count, unit);
    this.#number = this.#part = undefined;
    this.#pending = [];
  }

  /** A half before its unit or behind it: "half an hour", "one and a half minutes", "une minute et demie". */
  #addPart(part: number): void {
    const isBehind = this.#total !== undefined && this.#number === undefined && this.#pending.every(isArticle);
    if (isBehind && part < 1) this.#total = (this.#total ?? 0) + part * this.#smallest;
    else this.#part = part;
    if (isBehind) this.#pending = [];
  }

  /** How many of a unit were said before it, in figures, in words, or as a part of one. */
  #count(unit: string): number | undefined {
    const words = this.#pending.filter((word) => this.#part === undefined || !(isArticle(word) || isConjunction(word)));
    const whole = this.#number ?? (words.length === 0 ? undefined : spelledCount(words.join(' '), unit));
    if (this.#part === undefined) return whole ?? (words.every(isArticle) ? oneOf(unit, words) : undefined);
    if (this.#number === undefined) this.#pending = [];
    return words.length > 0 && whole === undefined ? undefined : (whole ?? 0) + this.#part;
  }

  result(text: string): ReadDuration {
    const rest = this.#number;
    if (this.#pending.length > 0) this.#problem ??= unknown(this.#pending);
    if (rest !== undefined && this.#total !== undefined && rest >= 60)
      this.#problem ??= `has ${rest} where less than 60 belong`;
    if (rest !== undefined) this.#add(rest, this.#total === undefined ? 1 : this.#smallest / 60);
    if (this.#problem !== undefined) return unread(this.#problem);
    return this.#total === undefined ? unread(`cannot be read as a duration: "${text}"`) : seconds(this.#total);
  }

  #add(count: number, unit: number): void {
    if (unit >= this.#smallest || unit < 1)
      this.#problem ??= `contradicts itself: ${count} × ${unit} s after ${this.#total} s`;
    this.#smallest = unit;
    this.#total = Math.round(((this.#total ?? 0) + count * unit) * 1000) / 1000;
  }
}

/** "a minute", and in languages without articles "минута" alone. */
function oneOf(unit: string, articles: readonly string[]): number | undefined {
  return articles.length > 0 || isSingular(unit) ? 1 : undefined;
}

function unknown(words: readonly string[]): string {
  return `cannot be read as a duration: nothing is measured in "${words.join(' ')}"`;
}
