import type { StagePatterns } from '../stage-words/patterns.ts';
import { beginsSentence, isSentence, standsAlone } from '../stands-alone.ts';
import { GONE, type Found, type SpeechRule, type Verdict } from './rule.ts';

const CLOCK = '\\p{N}{1,2}[:：]\\p{N}{2}(?:[:：]\\p{N}{2})?';
/** `0:05 - 0:12`, `0:05`, `00:15`, `5s`, `0-5 sec`: a place in the video. */
const IN_VIDEO = new RegExp(
  `^(?:${CLOCK}\\s*(?:[-–—~～至到]|to|bis|a|à)\\s*${CLOCK}|0\\p{N}?[:：]\\p{N}{2}(?:[:：]\\p{N}{2})?|\\p{N}{1,3}\\s*[-–—]\\s*\\p{N}{1,3}\\s*(?:s|secs?|seconds?|sek\\.?|sekunden|segundos?|secondes?|сек\\.?|секунд|秒|초)|\\p{N}{1,3}\\s?s)$`,
  'iu',
);

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
    pattern: () => /「([^「」\n]{1,40})」|『([^『』\n]{1,40})』/gu,
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
        `(?:${CLOCK}[ \\t]*(?:[-–—~～至到]|to)[ \\t]*${CLOCK}|(?<![\\p{N}:：])0\\p{N}?[:：]\\p{N}{2})(?![\\p{N}:：])[ \\t]*[:：|]?[ \\t]*[-–—]?`,
        'gu',
      ),
    judge: (found) =>
      beginsSentence(found) && (FIRST_MINUTES.test(found.excerpt) || !goesOn(found)) ? GONE : 'speech',
  },
];

/** From one minute to another of a video, whatever follows: nobody opens from 0:05 to 0:12. */
const FIRST_MINUTES = /^0{1,2}[:：]\p{N}{2}[^\p{N}]+0{1,2}[:：]\p{N}{2}/u;

const CLOCK_GOES_ON = /^\s*(?:[\p{Ll},;.!?%]|Uhr|[AP]\.?M\b|h\b|時|时|點|点|시|น\.|নাগাদ|बजे|ساعة)/u;

function goesOn({ text, end }: Found): boolean {
  return CLOCK_GOES_ON.test(text.slice(end));
}

function contentOf({ groups }: Found): string {
  return (groups.find((group) => group !== '') ?? '').trim();
}

function judgeRound(found: Found, { direction, mention }: StagePatterns): Verdict {
  const content = contentOf(found);
  if (direction.test(content) || IN_VIDEO.test(content)) return GONE;
  if (/[\p{N}:：]/u.test(content) || isSentence(content) || !standsAlone(found)) return 'speech';
  if (mention.test(content)) return GONE;
  return content.split(/\s+/u).length <= MOST_WORDS ? 'doubtful' : 'speech';
}

/** Square brackets are never spoken: a direction, a number of a source, or a gap. */
function judgeSquare(found: Found, { direction, mention, blank, insert }: StagePatterns): Verdict {
  const content = contentOf(found);
  if (!/\p{L}/u.test(content) || IN_VIDEO.test(content) || /^sic$/i.test(content)) return GONE;
  if (direction.test(content)) return GONE;
  if (insert.test(content)) return 'placeholder';
  if (mention.test(content) && !blank.test(content)) return GONE;
  return standsAlone(found) && !blank.test(content) ? GONE : 'placeholder';
}
