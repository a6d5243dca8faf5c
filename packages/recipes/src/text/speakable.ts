import { endRules } from './speech-rules/ends.ts';
import { blockRules, inlineRules, symbolRules } from './speech-rules/markup.ts';
import { labelRules } from './speech-rules/labels.ts';
import { linkRules, placeholderRules } from './speech-rules/placeholders.ts';
import { remarkRules } from './speech-rules/remarks.ts';
import type { Found, SpeechRule, Verdict } from './speech-rules/rule.ts';
import { tagRules } from './speech-rules/tags.ts';
import { stagePatterns } from './stage-words/patterns.ts';
import { withoutOuterQuotes } from './titles/outer-quotes.ts';
import { words } from './words.ts';

/** Something in a narration that a voice cannot say. */
export interface SpeechFlaw {
  readonly name: string;
  /** The place in the text as it stands. */
  readonly excerpt: string;
  /** Who can put it right: code, without a question; the model; the model, or code by taking it away after all. */
  readonly remedy: 'code' | 'model' | 'either';
}

/** A text as a voice can say it, and what that took. */
export interface Speakable {
  readonly text: string;
  /** What was taken out and had words or signs of its own, as it stood; marks around words that stay are not told. */
  readonly removed: readonly string[];
  /** Gaps that nobody filled, such as `[Channel Name]`: they stay, because their sentence would break. */
  readonly placeholders: readonly string[];
}

/** In the order in which they are applied: what holds others comes before what it holds. */
const RULES: readonly SpeechRule[] = [
  ...tagRules,
  ...endRules,
  ...blockRules,
  ...linkRules,
  ...labelRules,
  ...placeholderRules,
  ...remarkRules,
  ...inlineRules,
  ...symbolRules,
];

/** Every rule needs one of these somewhere; most narrations have none, and one search is all they cost. */
const SUSPICIOUS =
  /[<>`*_#[\]()（）{}%~:：;•●▪◦·‣♪♫♬=【】［］〔〕〖〗「」『』〈《○◯△×＊/@\n]|^[\s\-+\p{Nd}]|^[\p{L}\p{M} ]{1,20}\p{N}[.。．।۔]|\s[-–—]|[—─―]{2}|[|]|www\.|XX|xxx|TBD|\$\p{Lu}{3}|[Ll]orem|〇〇|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/u;

/** A heading in words alone has no sign: "Scene One. Steam rises." */
function isSuspicious(text: string, language: string | undefined): boolean {
  return SUSPICIOUS.test(text) || text.search(stagePatterns(language).numberedSection) >= 0;
}

/**
 * Everything in the text that cannot be spoken as written; empty for a clean narration. With its language, words of
 * other languages are not taken for directions.
 */
export function speechFlaws(text: string, language?: string): SpeechFlaw[] {
  if (!isSuspicious(text, language)) return [];
  return RULES.flatMap((rule) =>
    findingsOf(rule, text, language).map(({ found, verdict }) => ({
      name: verdict === 'placeholder' ? 'placeholder' : rule.name,
      excerpt: found.excerpt.trim().slice(0, 80),
      remedy: remedyOf(verdict),
    })),
  );
}

/**
 * The text without what no voice can say: markup, labels, directions, times, emoji, quotation marks around the whole.
 * Ordinals, names, prices, code words and parentheses that are speech stay, and so does what only a model can put right.
 * `insistent` takes away what is doubtful too, where asking the model did not help.
 */
export function speakable(text: string, language?: string, { insistent = false } = {}): Speakable {
  const removed: string[] = [];
  let spoken = text.normalize('NFC');
  for (;;) {
    const before = spoken;
    if (isSuspicious(spoken, language))
      for (const rule of RULES) spoken = applied(rule, spoken, { language, insistent, removed });
    spoken = tidy(withoutOuterQuotes(spoken));
    if (spoken === before) break;
  }
  const placeholders = speechFlaws(spoken, language).flatMap(({ name, excerpt }) =>
    name === 'placeholder' ? [excerpt] : [],
  );
  return { text: spoken, removed, placeholders };
}

/** The text of `speakable` alone, for texts that nobody is told about. */
export function fixSpeech(text: string, language?: string): string {
  return speakable(text, language).text;
}

function remedyOf(verdict: Finding['verdict']): SpeechFlaw['remedy'] {
  if (typeof verdict === 'string') return 'model';
  return 'put' in verdict ? 'code' : 'either';
}

/** A text without tags of HTML; one that is spoken of stays: "the <video> tag". */
export function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  return tagRules.reduce(
    (rest, rule) => applied(rule, rest, { language: undefined, insistent: false, removed: [] }),
    text,
  );
}

interface Finding {
  readonly found: Found;
  readonly verdict: Exclude<Verdict, 'speech'>;
}

function findingsOf(rule: SpeechRule, text: string, language: string | undefined): Finding[] {
  const stage = stagePatterns(language);
  return Array.from(text.matchAll(rule.pattern(stage))).flatMap((match) => {
    const [excerpt, ...groups] = match;
    const found = {
      text,
      start: match.index,
      end: match.index + excerpt.length,
      excerpt,
      groups: groups.map((group) => group ?? ''),
    };
    const verdict = rule.judge(found, stage, language);
    return verdict === 'speech' ? [] : [{ found, verdict }];
  });
}

interface Application {
  readonly language: string | undefined;
  readonly insistent: boolean;
  readonly removed: string[];
}

function applied(rule: SpeechRule, text: string, { language, insistent, removed }: Application): string {
  let result = '';
  let position = 0;
  for (const { found, verdict } of findingsOf(rule, text, language)) {
    const put = placed(verdict, insistent);
    if (put === undefined) continue;
    if (isLoss(rule, found.excerpt, put)) removed.push(found.excerpt.trim());
    result += text.slice(position, found.start) + put;
    position = found.end;
    // What stood before a mark leaves its space behind; where a language writes one there (French), none is left.
    if (put === '' && /^[;:!?]/.test(text.slice(position))) result = result.trimEnd();
  }
  return result + text.slice(position);
}

/** What code sets in a place; undefined where it leaves it. */
function placed(verdict: Finding['verdict'], insistent: boolean): string | undefined {
  if (typeof verdict === 'string') return undefined;
  if ('put' in verdict) return verdict.put;
  return insistent ? verdict.insistently : undefined;
}

/** Tags around words and the targets of links were never to be spoken. */
const MARKUP = /<[^<>]*>|\]\([^)\n]*\)/g;

/** Whether more than marks is gone: words, numbers or a picture. */
function isLoss({ name }: SpeechRule, before: string, after: string): boolean {
  const written = name === 'stage_direction' ? before : before.replace(MARKUP, ' ');
  const isFewer = words(written).length > words(after).length;
  return isFewer || (after === '' && /\p{Extended_Pictographic}|[♪♫♬]/u.test(before));
}

/** Chinese and Japanese lines join without a space; in Thai a break between lines is one between phrases. */
const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}。！？、，：；」』）]';
const BREAK_IN_CJK = new RegExp(`(?<=${CJK})\\s*\\n\\s*(?=${CJK})`, 'gu');

function tidy(text: string): string {
  const line = text.includes('\n') ? text.replace(BREAK_IN_CJK, '') : text;
  return line
    .replace(/[ \t\u{FEFF}]{2,}|[\t\u{FEFF}]/gu, ' ')
    .replace(/ *\n\s*/g, ' ')
    .replace(/ +([,.…。！？、，](?:\s|$))/gu, '$1')
    .trim();
}
