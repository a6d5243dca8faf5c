import { chatPattern } from './patterns.ts';
import type { Unwrapped } from './unwrapping.ts';

/** "Sure!", "Of course," */
const assent = () =>
  chatPattern('assent', '^[\\s¡*]*(?:WORDS(?![\\p{L}\\p{M}])[,，、\\s]*){1,3}(?<mark>[!！]|[.。:：…—–-])?[\\s*]*');
/** "Here you go!", "Here it is:" announce without a name; in the text's own sentence a small letter follows. */
const bareHere = () => chatPattern('here', '^[\\s¡*#]*WORDS\\s*[:：!！.][*_]*\\s*(?=\\n|["“„«]|\\p{Lu})', 'u');
/** What chat templates call who answers. */
const ROLE = /^\s*(?:\*\*)?(?:assistant|model|chatgpt|claude|gemini)(?:\*\*)?\s*:(?:\*\*)?\s*/i;
const here = () => chatPattern('here', '^[\\s¡*#]*WORDS');
const thing = () => chatPattern('thing', 'WORDS');
/** What may stand between the thing and its colon: "for scene 2", "in English". */
const thingNearColon = () => chatPattern('thing', 'WORDS[^:：.!?。]{0,32}$');
/** In scripts without spaces a verb at most: "以下がナレーションです：". */
const thingAtColon = () =>
  chatPattern(
    'thing',
    'WORDS(?:です|になります|となります|でございます|如下|입니다|이에요|예요)?(?:[(（][^)）]*[)）])?\\s*$',
  );
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]$/u;
const label = () =>
  chatPattern(
    'thing',
    '^[\\s#*_>"“\'-]*(?:(?:the|your|die|der|das|la|le|el|il|lo|de|het) )?WORDS[\\p{L}\\p{M}-]*(?:\\s*(?:\\d+|#\\s*\\d+|[(（][^)）\\n]{0,40}[)）]))*(?:(?<=\\d) \\p{L}{4,12})?[\\s*_]*[:：][*_]*\\s*',
  );
const answerLabel = () =>
  chatPattern('answer', '^[\\s#*_>"“\'-]*WORDS(?:\\s*(?:\\d+|[(（][^)）\\n]{0,40}[)）]))*[\\s*_]*[:：][*_]*\\s*');
const option = () => chatPattern('option', '^[\\s#*_>]*WORDS\\s*(?:[\\dA-C一二三]|$)');
const heading = () => chatPattern('thing', '^(?:#{1,6}\\s+[^\\n]{0,60}?|\\*\\*[^*\\n]{0,60}?)WORDS[^\\n]{0,60}\\n+');

const LONGEST_LINE = 180;

/** Without "Sure! Here is the narration:", "Narration:", "## Scene 2"; a text that begins with "Here is why" keeps it. */
export function withoutOpening(text: string): Unwrapped | undefined {
  const end = openingEnd(text);
  return end === 0 || text.slice(end).trim() === ''
    ? undefined
    : { text: text.slice(end), removed: [text.slice(0, end)] };
}

function openingEnd(text: string): number {
  const agreed = assent().exec(text);
  const agreedEnd = agreed?.[0].length ?? 0;
  const rest = text.slice(agreedEnd);
  const shown = announcementEnd(rest, agreed !== null) || bareAnnouncementEnd(rest);
  if (shown > 0) return agreedEnd + shown;
  if (agreed !== null && (/[!！]/.test(agreed.groups?.mark ?? '') || agreed[0].includes('\n'))) return agreedEnd;
  if (option().test(text)) return 0;
  return (ROLE.exec(text) ?? answerLabel().exec(text) ?? label().exec(text) ?? heading().exec(text))?.[0].length ?? 0;
}

function bareAnnouncementEnd(text: string): number {
  const start = /^[\s¡*#]*\p{L}/u.exec(text)?.[0] ?? '';
  const lower = start.toLowerCase() + text.slice(start.length);
  return bareHere().exec(lower)?.[0].length ?? 0;
}

/** Where "Here is the narration for scene 2:" ends, 0 where nothing is announced. */
function announcementEnd(text: string, isAgreed: boolean): number {
  if (!isAgreed && !here().test(text)) return ownLineEnd(text);
  const colon = /^[^\n:：]{1,180}[:：][*_]*/.exec(text)?.[0];
  if (colon !== undefined && isAnnouncement(colon, text.slice(colon.length))) return colon.length;
  const line = /^[^\n]{1,180}[.。!！…]?(?=\s*\n\s*\n)/.exec(text)?.[0];
  const isLine = line !== undefined && line.length <= LONGEST_LINE && /[.。!！…:：]\s*$/.test(line);
  return isLine && here().test(line) && thing().test(line) ? line.length : 0;
}

/** "Ik heb de scène herschreven:" before a blank line: who names the thing there announces it, with whatever verb. */
function ownLineEnd(text: string): number {
  const line = /^[^\n:：]{1,120}[:：][*_]*(?=[ \t]*\n[ \t]*\n)/.exec(text)?.[0];
  return line !== undefined && thing().test(line) ? line.length : 0;
}

/** A line of its own names the thing anywhere; on the line of the text it names it last, and a sentence follows. */
function isAnnouncement(until: string, rest: string): boolean {
  const named = until.replace(/[:：*_]+$/, '');
  if (/^\s*\n/.test(rest)) return thing().test(named);
  const isNear = UNSPACED.test(named) ? thingAtColon() : thingNearColon();
  return isNear.test(named) && /^\s*["“„«「『*]?[\p{Lu}\p{Lo}\p{N}¿¡]/u.test(rest);
}
