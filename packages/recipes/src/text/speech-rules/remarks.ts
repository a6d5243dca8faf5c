import { stagePatterns, type StagePatterns } from '../stage-words/patterns.ts';
import { beginsSentence, isSentence, standsAlone } from '../stands-alone.ts';
import { DOUBTFUL, GONE, type Found, type SpeechRule, type Verdict } from './rule.ts';

const CLOCK = '\\p{N}{1,2}[:：]\\p{N}{2}(?:[:：]\\p{N}{2}(?:[.,]\\p{N}{3})?)?';
/** From one time to another; the arrow is that of subtitle files (SubRip, WebVTT). */
const TO = '(?:[-–—~～至到→]|-->|to)';
/** `0:05 - 0:12`, `0:05`, `00:15`, `5s`, `0-5 sec`: a place in the video. */
const IN_VIDEO = new RegExp(
  `^(?:${CLOCK}\\s*(?:${TO}|bis|a|à)\\s*${CLOCK}|0\\p{N}?[:：]\\p{N}{2}(?:[:：]\\p{N}{2})?|\\p{N}{1,3}\\s*[-–—]\\s*\\p{N}{1,3}\\s*(?:s|secs?|seconds?|sek\\.?|sekunden|segundos?|secondes?|сек\\.?|секунд|秒|초)|\\p{N}{1,3}\\s?s)$`,
  'iu',
);

/** How long something lasts: `(5 sec)`, （5秒）. */
const LASTS =
  /^\p{N}{1,3}\s*(?:secs?|seconds?|sek\.?|sekunden|segundos?|secondes?|сек\.?|секунд[аы]?|секунди?|秒|초)$/iu;

/** What models say of a text's length behind it: `(45 words)`, `(Word count: 45)`, `（约120字）`. */
const COUNTED =
  /^(?:(?:(?:total|exact|approx(?:imate(?:ly)?)?\.?|about|around|circa|ca\.|etwa|rund|environ|unos|cerca de|ongeveer|około|asi|около|примерно|приблизно|yaklaşık|حوالي|लगभग|প্রায়|约|約|全|共|약|ประมาณ|khoảng|sekitar|~|≈)\s*)*\p{Nd}{1,4}\s*(?:words?|wörter|worte|mots|palabras|palavras|parole|woorden|ord|sanaa|słów|słowa|slov|slova|szó|cuvinte|думи|riječi|reči|речи|besed|слов|слова|слів|λέξεις|kelime|كلمة|كلمات|מילים|کلمه|الفاظ|शब्द|শব্দ|சொற்கள்|字|文字|語|词|詞|단어|자|คำ|từ|kata|perkataan|žodžių|vārdi|sõna|maneno|salita)|(?:word|character|wort|zeichen)[ -]?(?:count|anzahl|zahl)?\s*[:：=]\s*~?\p{Nd}{1,4}(?:\s*words?)?|(?:nombre de mots|número de palabras|número de palavras|numero di parole|aantal woorden|liczba słów|počet slov|szószám|количество слов|кількість слів|kelime sayısı|عدد الكلمات|מספר מילים|शब्द संख्या|শব্দ সংখ্যা|字数|字數|文字数|글자 수|단어 수|จำนวนคำ|số từ|jumlah kata)\s*[:：=]\s*~?\p{Nd}{1,4})[.。]?$/iu;

/** 「拍手」という言葉 speaks of the word. */
const QUOTE_GOES_ON = /^[\p{Script=Hiragana}的是这這]/u;

/** What begins a sentence in brackets and may be an action that no list has: `wipes his brow`. */
const MOST_WORDS = 8;

export const remarkRules: readonly SpeechRule[] = [
  { name: 'stage_direction', pattern: () => /[(（]([^()（）\n]{1,120})[)）]/gu, judge: judgeRound },
  {
    name: 'stage_direction',
    pattern: () =>
      /\[([^[\]\n]{0,160})\]|【([^【】\n]{0,160})】|［([^［］\n]{0,160})］|〔([^〔〕\n]{0,160})〕|〖([^〖〗\n]{0,160})〗/gu,
    judge: judgeSquare,
  },
  {
    name: 'stage_direction',
    pattern: () => /(?<![\p{L}\p{N}])<([^<>=/\n]{1,60})>/gu,
    judge(found, stage) {
      const { direction, subject } = stage;
      const content = contentOf(found);
      if (isEndOfText(found, content, stage)) return GONE;
      return direction.test(content) && (standsAlone(found) || !subject.test(content)) ? GONE : 'speech';
    },
  },
  {
    name: 'stage_direction',
    pattern: () => /「([^「」\n]{1,40})」|『([^『』\n]{1,40})』|〈([^〈〉\n]{1,40})〉|《([^《》\n]{1,40})》/gu,
    judge: (found, { direction }) =>
      direction.test(contentOf(found)) && standsAlone(found) && !QUOTE_GOES_ON.test(found.text.slice(found.end))
        ? GONE
        : 'speech',
  },
  {
    name: 'stage_direction',
    pattern: () => /[♪♫♬🎵🎶][^♪♫♬🎵🎶\n]{0,80}[♪♫♬🎵🎶]+|[♪♫♬]/gu,
    judge: () => GONE,
  },
  {
    // A time of day goes on ("9:00 – 17:00 Uhr"); a place in the video stands before what is said there.
    name: 'timing',
    pattern: () =>
      new RegExp(
        `(?:(?<=^|\\n)\\p{N}{1,4}\\n)?(?:${CLOCK}[ \\t]*${TO}[ \\t]*${CLOCK}|(?<![\\p{N}:：])0\\p{N}?[:：]\\p{N}{2})(?![\\p{N}:：])[ \\t]*[:：|]?[ \\t]*[-–—]?`,
        'gu',
      ),
    judge: (found) =>
      beginsSentence(found) && (FIRST_MINUTES.test(found.excerpt) || !goesOn(found)) ? GONE : 'speech',
  },
];

/** From one minute to another of a video, whatever follows: nobody opens from 0:05 to 0:12. */
const FIRST_MINUTES = /^0{1,2}[:：]\p{N}{2}[^\p{N}]+0{1,2}[:：]\p{N}{2}|-->/u;

const CLOCK_GOES_ON = /^\s*(?:[\p{Ll},;.!?%]|Uhr|[AP]\.?M\b|h\b|時|时|點|点|시|น\.|নাগাদ|बजे|ساعة)/u;

function goesOn({ text, end }: Found): boolean {
  return CLOCK_GOES_ON.test(text.slice(end));
}

function contentOf({ groups }: Found): string {
  return (groups.find((group) => group !== '') ?? '').trim();
}

function judgeRound(found: Found, stage: StagePatterns): Verdict {
  const { direction, mention, who } = stage;
  const content = contentOf(found);
  if (direction.test(content) || IN_VIDEO.test(content) || isCue(found, content, stage)) return GONE;
  if ((COUNTED.test(content) || who.test(content)) && standsAlone(found)) return GONE;
  if (isEndOfText(found, content, stage) || (LASTS.test(content) && standsAlone(found))) return GONE;
  if (/[\p{N}:：]/u.test(content) || isSentence(content) || !standsAlone(found)) return 'speech';
  if (mention.test(content)) return GONE;
  return content.split(/\s+/u).length <= MOST_WORDS ? DOUBTFUL : 'speech';
}

/** `(End of script)` in front of or behind all that is said. */
function isEndOfText({ text, start, end }: Found, content: string, { ending }: StagePatterns): boolean {
  const isOutermost = text.slice(0, start).trim() === '' || text.slice(end).trim() === '';
  return isOutermost && ending.test(content) && standsAlone({ text, start, end });
}

/** `SFX: whoosh`; "(Music: Hans Zimmer)" inside of a sentence names somebody. */
function isCue(found: Found, content: string, { cue, subject }: StagePatterns): boolean {
  const [, word = ''] = cue.exec(content) ?? [];
  return word !== '' && (standsAlone(found) || !subject.test(word));
}

/** `[YourChannel]` */
const JOINED_WORDS = /(?<=\p{Ll})(?=\p{Lu})/gu;

/**
 * Square brackets are never spoken: a direction, a number of a source, or a gap. What else stands in a sentence was put
 * in by whoever quotes it ("[I] will go"); in a language without words of its own here it may be a gap.
 */
function judgeSquare(found: Found, stage: StagePatterns): Verdict {
  const { direction, mention, blank, insert, isKnown } = stage;
  const content = contentOf(found).replace(JOINED_WORDS, ' ');
  if (!/\p{L}/u.test(content) || IN_VIDEO.test(content) || /^sic$/i.test(content)) return GONE;
  if (direction.test(content)) return GONE;
  if (insert.test(content)) return 'placeholder';
  if (blank.test(content) || isForeignGap(content)) return 'placeholder';
  if (mention.test(content) || isCue(found, content, stage) || standsAlone(found)) return GONE;
  return isKnown ? { insistently: content } : 'placeholder';
}

/**
 * `[Nombre del canal]` in English: two words for what shall be filled in, of any language, are no chance; nor is a long
 * one or one in letters that Latin does not have. Short Latin words are others elsewhere: "Data", "by".
 */
function isForeignGap(content: string): boolean {
  const blanks = Array.from(content.matchAll(new RegExp(stagePatterns().blank, 'giu')), ([blank]) => blank);
  return blanks.length > 1 || (blanks.length === 1 && blanks[0] === content && isTelling(content));
}

const LONG_WORD = 7;

function isTelling(word: string): boolean {
  return word.length >= LONG_WORD || !/\p{Script=Latin}/u.test(word);
}
