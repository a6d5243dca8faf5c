import type { StagePatterns } from '../stage-words/patterns.ts';
import { GONE, type Found, type SpeechRule, type Verdict } from './rule.ts';

const MARK = '[-–—=*_~#<>|•─]';
const SENTENCE_END = '[.!?…。！？؟।۔:：][”"\'’»」』)\\]]*';

/** Where a text says that it ends or begins, between marks or on a line of its own. */
export const endRules: readonly SpeechRule[] = [
  {
    // `--- END ---`, `— FIN —`, `*** Ende des Skripts`; three marks are enough wherever they stand.
    name: 'end_mark',
    pattern: () =>
      new RegExp(
        `(?:(?<=^|\\n|${SENTENCE_END}[ \\t]*)[ \\t]*|[ \\t]+(?=${MARK}{3}))(${MARK}+)[ \\t]*([^\\n]{1,60}?)[ \\t]*(${MARK}*)[.。!]?[ \\t]*(?:\\n|$)`,
        'gu',
      ),
    judge: ({ groups: [before = '', inner = '', behind = ''] }, { ending }) =>
      (before.length >= 3 || behind !== '') && ending.test(inner) ? { put: '\n' } : 'speech',
  },
  {
    // A last line that is `END`, `End of script.` or 完; "The end." may be how a story closes.
    name: 'end_mark',
    pattern: () => /(?<=^|\n)[ \t]*([^\n.。:：!]{1,40}?)[ \t]*[.。:：!]?[ \t]*(?:\n+|$)/gu,
    judge: judgeLine,
  },
];

function judgeLine({ text, start, end, groups: [inner = ''] }: Found, { ending, endOfPart }: StagePatterns): Verdict {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  const isOutermost = (before.trim() === '') !== (behind.trim() === '');
  if (!isOutermost || !(ending.test(inner) || endOfPart.test(inner))) return 'speech';
  return endOfPart.test(inner) || !/\p{Ll}/u.test(inner) ? GONE : 'speech';
}
