import { plainDigits } from '../language/numbers/read/fold.ts';
import { spelledCount } from './counts-in-words.ts';
import { partOf, withHalvesInWords, type Part } from './part-words.ts';
import { withSpansInFigures } from './spans-in-words.ts';
import {
  alternativesInWords,
  isArticle,
  isConjunction,
  isSingular,
  secondsOfUnit,
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
  const plain = plainText(text).replace(BETWEEN, '$1-$2').replace(BETWEEN_BEHIND, '$1-$2').replace(FROM, '');
  const read = readDuration(plain);
  return read.kind === 'seconds' ? read : (rangeIn(plain, RANGE_SIGN) ?? rangeIn(plain, choiceSigns()) ?? read);
}

function rangeIn(text: string, signs: RegExp): ReadDuration | undefined {
  for (const { 0: sign, index } of text.matchAll(signs)) {
    const range = readRange(text.slice(0, index), text.slice(index + sign.length));
    if (range !== undefined) return range;
  }
  return undefined;
}

function plainText(text: string): string {
  const plain = plainDigits(text).replace(/[’′]/gu, "'").replace(/[”″“]/gu, '"').normalize('NFKC');
  return withHalvesInWords(withSpansInFigures(plain.trim().toLowerCase())).replace(ABOUT, '').replace(LIMIT, '');
}

/** Words and signs for "about" and "at most", in front: who names a limit is written for it. */
const ABOUT =
  /^(?:(?:ca\.?|circa|about|around|approx\.?|approximately|roughly|etwa|ungefähr|rund|environ|unos|unas|aproximadamente|cerca de|около|примерно|приблизно|około|asi|přibližně|ongeveer|omkring|cirka|noin|körülbelül|kb\.|yaklaşık|περίπου|حوالي|تقريبا|حدود|בערך|लगभग|करीब|প্রায়|khoảng|sekitar|kira-kira|max\.?|maximum|at most|up to|under|less than|no (?:more|longer) than|within|höchstens|maximal|bis zu|unter|au (?:plus|maximum)|moins de|jusqu'à|(?:como )?máximo|hasta|menos de|al massimo|massimo|fino a|meno di|no máximo|até|hoogstens|maximaal|minder dan|at least|mindestens|au moins|al menos|por lo menos|almeno|pelo menos|minstens|minst|не менее|не менш|co najmniej|не более|не больше|не більше|до|najwyżej|maksymalnie|do|en fazla)(?:\s+|(?=\d))|(?:~|≈|≃|ประมาณ|約|约|大约|大約|大概|약|最多|最长|最長|最大|최대)\s*)/u;
/** The same behind. */
const LIMIT =
  /\s+(?:max\.?|maximum|at most|or less|or shorter|tops|oder weniger|höchstens|maximal|au (?:plus|maximum)|ou moins|(?:como )?máximo|o menos|al massimo|o meno|no máximo|ou menos|maximaal|of minder)$|(?<=[秒分])(?:以内|以內|以下)$|(?<=[초분간])\s*(?:이내|이하)$/u;
const BETWEEN =
  /^(?:between|zwischen|entre|tra|fra|tussen|mellan|mellem|mellom|między|между|між)\s+(.+?)\s+(?:and|und|y|et|e|en|och|og|a|i|и|і)\s+(.+)$/u;
const BETWEEN_BEHIND = /^(.+?)\s+(?:ile|ilâ)\s+(.+?)(?:\s+arasi|\s+arası)(?:nda)?$/u;
const FROM = /^(?:from|von|de|da|dal|dall'|od|от|від|från|fra|van|من)\s+(?=\d)/u;
const FROM_IN_WORDS = /^(?:from|von|de|da|dal|od|от|від|från|fra|van|من)\s+/u;
const RANGE_SIGN =
  /\s*[-–—~〜～、]\s*|\s+(?:to|bis|à|a|до|tot|til|till|do|ate|até|إلى|hingga|đến|से|ถึง)\s+|(?:から|至|到|에서|ถึง)/gu;

let choices: RegExp | undefined;

/** "2 or 3 minutes", in any language. */
function choiceSigns(): RegExp {
  choices ??= new RegExp(
    `\\s+(?:${alternativesInWords()
      .map((word) => RegExp.escape(word))
      .join('|')})\\s+`,
    'gu',
  );
  return choices;
}

function readRange(from: string, to: string): ReadDuration | undefined {
  const end = readDuration(to);
  if (end.kind === 'unread' || secondsOfUnit(to) !== undefined) return undefined;
  const begun = from.replace(FROM_IN_WORDS, '');
  const start = readDuration(`${begun} ${unitFor(begun, to)}`.trim());
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

const ADJECTIVE = /^[\p{Script=Arabic}\p{Script=Hebrew}]+$/u;

/** What was read of a text of numbers and units, from left to right. */
class UnitReading {
  #total: number | undefined;
  #number: number | undefined;
  #smallest = Infinity;
  #pending: string[] = [];
  #part: Part | undefined;
  #unit = '';
  #problem: string | undefined;

  addNumber(value: number): void {
    if (this.#number !== undefined) this.#problem ??= `has the number ${value} where a unit belongs`;
    this.#number = value;
  }

  addWord(word: string): void {
    const part = partOf(word);
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
    this.#number = undefined;
    this.#part = undefined;
    this.#pending = [];
    this.#unit = word;
  }

  /** A half before its unit or behind it: "half an hour", "one and a half minutes", "une minute et demie". */
  #addPart(part: Part): void {
    const isBehind = this.#total !== undefined && this.#number === undefined && this.#pending.every(isArticle);
    if (isBehind && part.beside < 1) this.#total = (this.#total ?? 0) + part.beside * this.#smallest;
    else this.#part = part;
    if (isBehind) this.#pending = [];
  }

  /** How many of a unit were said before it, in figures, in words, or as a part of one. */
  #count(unit: string): number | undefined {
    const words = this.#pending.filter((word) => this.#part === undefined || !(isArticle(word) || isConjunction(word)));
    const whole = this.#number ?? (words.length === 0 ? undefined : spelledCount(words.join(' '), unit));
    if (this.#part === undefined) return whole ?? (words.every(isArticle) ? oneOf(unit, words) : undefined);
    if (this.#number === undefined) this.#pending = [];
    if (words.length > 0 && whole === undefined) return undefined;
    return whole === undefined ? this.#part.alone : whole + this.#part.beside;
  }

  result(text: string): ReadDuration {
    const rest = this.#number ?? this.#spelledRest();
    if (this.#pending.length > 0) this.#problem ??= unknown(this.#pending);
    if (rest !== undefined && this.#total !== undefined && rest >= 60)
      this.#problem ??= `has ${rest} where less than 60 belong`;
    if (rest !== undefined) this.#add(rest, this.#total === undefined ? 1 : this.#smallest / 60);
    if (this.#problem !== undefined) return unread(this.#problem);
    return this.#total === undefined ? unread(`cannot be read as a duration: "${text}"`) : seconds(this.#total);
  }

  /** A number in words behind the last unit: "deux minutes trente". */
  #spelledRest(): number | undefined {
    if (this.#pending.length === 0 || this.#total === undefined) return undefined;
    const words = this.#pending.join(' ');
    const count = spelledCount(words, this.#unit);
    if (count === undefined) return undefined;
    this.#pending = [];
    // In Arabic and Hebrew one and two stand behind their unit as adjectives do: דקה אחת.
    return ADJECTIVE.test(words) && count * this.#smallest === this.#total ? undefined : count;
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
