import { primarySubtag } from '../../language/scripts.ts';
import { loadedNumbers } from '../../language/numbers/numbers-of.ts';
import { countingWords, spelledNumber, type CountingWords } from './counting-words.ts';
import { english, englishEnds, englishNotes, englishSections, otherEnglishCountingWords } from './english.ts';
import type { StageWords } from './stage-words.ts';

let spaced: Readonly<Record<string, StageWords>> = { en: english };
let unspaced: Readonly<Record<string, StageWords>> = {};
let numberedSections: Readonly<Record<string, string>> = {};
let otherCountingWords: Readonly<Record<string, string>> = {};
let endWords: Readonly<Record<string, string>> = {};
let noteWords: Readonly<Record<string, string>> = {};

/**
 * Makes the words of all languages known, 30 KB that a browser loads when it is to check a script. Before that, and
 * without it, there are the English ones. Once is enough for a process.
 */
export async function loadStageWords(): Promise<void> {
  if (stageLanguages().length > 1) return;
  const languages = await import('./languages.ts');
  spaced = { en: english, ...languages.spaced };
  ({ unspaced, numberedSections, otherCountingWords, endWords, noteWords } = languages);
  cache.clear();
}

/** The languages that have stage words of their own. */
export function stageLanguages(): readonly string[] {
  return [...Object.keys(spaced), ...Object.keys(unspaced)];
}

/** Languages so near to a listed one that its words serve. */
const NEAR: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  sk: 'cs',
  sr: 'hr',
  bs: 'hr',
  sl: 'hr',
  ms: 'id',
  ca: 'es',
  gl: 'pt',
  be: 'ru',
  mk: 'bg',
  yue: 'zh',
};

/** What is not for the voice, as regular expressions for scripts in one language. */
export interface StagePatterns {
  /** Whether the language has words of its own here; else those of all languages stand in for them. */
  readonly isKnown: boolean;
  /** `Host 1:` at the beginning of a line or a sentence. Groups of this and the next three: word, number, separator. */
  readonly speaker: RegExp;
  /** The same, or a part, in quotation marks at the beginning of a line. */
  readonly quotedLabel: RegExp;
  /** `Scene 2 (kitchen):` at the beginning of a line. */
  readonly section: RegExp;
  /** `Scene 2: Kitchen`, a line without a sentence before other lines. */
  readonly sceneHeading: RegExp;
  /** `Scene 2. `, `Act Two – `, `2. jelenet:`, and a line that is `Scene 2` alone; its group is the number. */
  readonly numberedSection: RegExp;
  /** The same without what ends it, anywhere. */
  readonly sectionNumber: RegExp;
  /** `Visual: close-up`, a line; its fourth group is what is described. */
  readonly line: RegExp;
  /** A whole word of a label that people speak of as well: "Music". */
  readonly subject: RegExp;
  /** A remark that begins as such a line does: `SFX: whoosh`. */
  readonly cue: RegExp;
  /** A whole remark that is a direction: `laughs nervously`, `cut to the market`, not `about 130 psi`. */
  readonly direction: RegExp;
  /** A remark that speaks of sounds, gestures or pictures: `slow jazz music under his voice`. */
  readonly mention: RegExp;
  /** A remark that names what shall be filled in. */
  readonly blank: RegExp;
  /** Words of a gap written as one, as in a handle: `yourchannel`, `tu_nombre`. */
  readonly joinedBlanks: RegExp;
  /** A remark that asks to be filled in. */
  readonly insert: RegExp;
  /** A whole remark that names who speaks: `Narrator`, `Host 2`. */
  readonly who: RegExp;
  /** A whole remark that says that the text ends or begins there: `END`, `Fin del guion`. */
  readonly ending: RegExp;
  /** `Duration: 5 seconds`, a line; its second group is what is said. */
  readonly note: RegExp;
  /** One of these that names what ends: `End of script`. */
  readonly endOfPart: RegExp;
}

const cache = new Map<string, StagePatterns>();

/**
 * The patterns for a language: its own words and the English ones, which models use in all. Those of all languages
 * where none is given or it has none.
 */
export function stagePatterns(language?: string): StagePatterns {
  // Which number words are known depends on what was loaded before.
  const key = language === undefined || loadedNumbers(language) !== undefined ? (language ?? '') : `${language} `;
  let patterns = cache.get(key);
  if (patterns === undefined) {
    patterns = compile(language ?? '');
    if (cache.size < 200) cache.set(key, patterns);
  }
  return patterns;
}

function compile(tag: string): StagePatterns {
  const primary = primarySubtag(tag);
  const language = NEAR[primary] ?? primary;
  const known = stageLanguages().includes(language);
  const chosen = (table: Readonly<Record<string, StageWords>>) =>
    Object.entries(table).flatMap(([key, own]) => (!known || key === language || key === 'en' ? own : []));
  const withSpaces = chosen(spaced);
  const without = chosen(unspaced);
  return {
    isKnown: known,
    ...remarkPatterns(withSpaces, without),
    ...endPatterns([...withSpaces, ...without], known ? [primary, language] : Object.keys(endWords)),
    note: notePattern(known ? [primary, language] : Object.keys(noteWords)),
    ...labelPatterns([...withSpaces, ...without], {
      numbered: numberedSectionsOf(known ? [primary, language] : Object.keys(numberedSections)),
      counting: countingWords(tag, [otherEnglishCountingWords, otherCountingWords[primary] ?? []].flat()),
    }),
  };
}

function numberedSectionsOf(languages: readonly string[]): string {
  const own = languages.flatMap((language) => numberedSections[language] ?? []);
  return withCapitals([...new Set([englishSections, ...own])].join('|'));
}

function either(words: readonly StageWords[], ...members: readonly (keyof StageWords)[]): string {
  const alternatives = words.flatMap((one) => members.map((member) => one[member]));
  return alternatives.length === 0 ? '(?!)' : `(?:${withCapitals(alternatives.join('|'))})`;
}

/** Greek capitals have no accents: ΣΚΗΝΗ is σκηνή. */
function withCapitals(alternatives: string): string {
  if (!/\p{Script=Greek}/u.test(alternatives)) return alternatives;
  const bare = alternatives
    .normalize('NFD')
    .replace(/(?<=\p{Script=Greek})\u0301/gu, '')
    .normalize('NFC');
  return `${alternatives}|${bare}`;
}

const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{M}\\p{N}])';
/** A word or a length of time beside a cue: `laughs nervously`, `pause, 2 seconds`. */
const COMPANION = "(?:[\\p{L}\\p{M}'’-]+|\\p{N}+ ?\\p{L}*)";
/** "without a pause", "and laughs" go on with a sentence. */
const GOES_ON =
  '(?!(?:no|not|without|never|and|or|but|keine?|nicht|ohne|und|oder|aber|sin|y|o|pero|sans|pas|et|ou|mais|senza|non|e|ma|sem|não|mas|zonder|geen|en|of|maar|utan|och|eller|men|uden|uten|og|bez|nie|i|lub|ale|a|ili|без|не|и|или|но|і|або|та|fără|nu|și|sau|ilman|ei|ja|tai|mutta|nélkül|nem|és|vagy|ve|veya|ama|χωρίς|και|ή|بدون|بلا|و|أو|یا|اور|ללא|בלי|או|बिना|और|या|ছাড়া|এবং|வா|tanpa|dan|atau|không|và|hoặc|그리고|ir|arba|un|vai|ja|või|və|və ya|yoxud|және|немесе|და|ან|և|կամ|आणि|किंवा|અને|અથવા|మరియు|లేదా|ಮತ್ತು|ಅಥವಾ)\\s)';

function remarkPatterns(
  withSpaces: readonly StageWords[],
  without: readonly StageWords[],
): Pick<StagePatterns, 'direction' | 'mention' | 'blank' | 'joinedBlanks' | 'insert'> {
  const mention = `${BEFORE}${either(withSpaces, 'cues', 'sounds', 'shots')}${AFTER}`;
  const blank = `${BEFORE}${either(withSpaces, 'blanks')}${AFTER}`;
  const insert = `${either(withSpaces, 'inserts')}${AFTER}`;
  return {
    direction: directionPattern(withSpaces, without),
    mention: new RegExp(`${mention}|${either(without, 'cues', 'sounds', 'shots')}`, 'iu'),
    blank: new RegExp(`${blank}|${either(without, 'blanks')}`, 'iu'),
    joinedBlanks: new RegExp(`^(?:${either(withSpaces, 'blanks')}[._-]?){2,3}(?:here)?$`, 'iu'),
    insert: new RegExp(`^(?:${insert}|${either(without, 'inserts')})`, 'iu'),
  };
}

const WORD = "[\\p{L}\\p{M}'’-]+";
const LETTERS = '[\\p{L}\\p{M}ー]{0,8}';

function endPatterns(
  words: readonly StageWords[],
  languages: readonly string[],
): Pick<StagePatterns, 'ending' | 'endOfPart'> {
  const own = [...new Set(languages)].flatMap((language) => endWords[language] ?? []);
  const isUnspaced = (alternatives: string) => UNSPACED_LETTER.test(alternatives);
  const ends = `(?:${withCapitals([englishEnds, ...own.filter((one) => !isUnspaced(one))].join('|'))})`;
  const joined = own.filter(isUnspaced).join('|') || '(?!)';
  const part = either(words, 'sections', 'speakers');
  return {
    ending: new RegExp(`^(?:(?:${WORD}[ \\t]+){0,2}${ends}(?:[ \\t]+${WORD}){0,4}|${LETTERS}(?:${joined}))$`, 'iu'),
    endOfPart: new RegExp(`^${ends}[ \\t]+(?:${WORD}[ \\t]+){0,2}${part}$`, 'iu'),
  };
}

function notePattern(languages: readonly string[]): RegExp {
  const own = [...new Set(languages)].flatMap((language) => noteWords[language] ?? []);
  const words = withCapitals([englishNotes, ...own].join('|'));
  return new RegExp(`^[ \\t]*(${words})${COLON}([^\\n]{0,60})(?:\\n|$)`, 'gimu');
}

const UNSPACED_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}]/u;

function directionPattern(withSpaces: readonly StageWords[], without: readonly StageWords[]): RegExp {
  const cues = either(withSpaces, 'cues');
  const joined = either(without, 'cues');
  const whole = [
    `${GOES_ON}(?:${COMPANION}[\\s-]+){0,2}${cues}`,
    `${cues}(?:[,;]?\\s+${COMPANION}){0,3}`,
    either([...withSpaces, ...without], 'sounds'),
    `${either(withSpaces, 'shots')}${AFTER}.{0,80}`,
    `(?:.{0,4}[的地なにと])?${joined}(?:[、，,和与與と・\\s]+${joined})*`,
    `${either(without, 'shots')}.{0,40}`,
  ];
  return new RegExp(`^(?:${whole.join('|')})[.!…。！\\s]*$`, 'iu');
}

/** What stands before a number in Chinese, Japanese and Korean, and what behind it: 第一个, 3番目の, 2번째. */
const COUNTED = '(?:[第제][ \\t]*)?(?:\\p{N}{1,3}|[一二三四五六七八九十百]{1,4})(?:[.．]|[个個]|[つ番]目?の?|번째)?';
const IN_FIGURES =
  '(?:[ \\t]*(?:#|№|n[º°o]\\.?)?[ \\t]*(?:\\p{N}{1,3}|[一二三四五六七八九十甲乙丙]{1,3})|[ \\t]+(?:[A-H]|[IVX]{1,5}))(?![\\p{L}\\p{M}])';
const REMARK = '(?:[ \\t]*[(（\\[][^()（）\\[\\]\\n]{0,40}[)）\\]])?';
/** French has a space before it that does not break. */
const COLON = '[ \\t\\u00A0\\u202F]*[:：][ \\t]*';
/**
 * A dash serves as a colon behind a number or a word in capitals, `Scene 1 – Steam rises.`, or where a sentence begins
 * behind it; so do a bar and an arrow.
 */
const SEPARATOR = `(${COLON}|[ \\t]+(?:[-–—]|--)[ \\t]+|[ \\t]*(?:——|──|――)[ \\t]*|[ \\t]+[|>][ \\t]+)`;

interface SectionWords {
  /** Parts that are a heading only with their number. */
  readonly numbered: string;
  readonly counting: CountingWords;
}

function labelPatterns(
  words: readonly StageWords[],
  { numbered, counting }: SectionWords,
): Pick<
  StagePatterns,
  | 'speaker'
  | 'who'
  | 'quotedLabel'
  | 'section'
  | 'numberedSection'
  | 'sectionNumber'
  | 'sceneHeading'
  | 'line'
  | 'subject'
  | 'cue'
> {
  const subtitle = '(?:[ \\t]*[-–—|][ \\t]*[^:：\\n]{1,30})?';
  /** ` 1`, ` #2`, ` A`, ` One`, ` the first`, ` (V.O.)` between a label's word and its colon. */
  const number = `(?:${IN_FIGURES}|${spelledNumber(withCapitals(counting.all))})`;
  const label = (...members: readonly (keyof StageWords)[]) => `(${either(words, ...members)})(${number}?${REMARK})`;
  const speaking = either(words, 'speakers');
  const sections = either(words, 'sections');
  const parts = `(?:${numbered})`;
  const spelled = spelledNumber(withCapitals(counting.all));
  const first = `(?:${withCapitals(counting.ordinals)})[ \\t]*`;
  const sectionNumber = `(?:(?:${sections}|${parts})${IN_FIGURES}|${COUNTED}[ \\t]*(?:${sections}|${parts})|${parts}${spelled}|${first}${parts}(?![\\p{L}\\p{M}]))`;
  return {
    speaker: new RegExp(
      `(?<=^[ \\t]*|[.!?…。！？؟।۔]["”’»」)\\]]*\\s*)${BEFORE}(${speaking}(?:[ \\t]*${speaking})?)(${number}?${REMARK})(?:${SEPARATOR}|[ \\t]*\\n(?=\\s*\\S))`,
      'gimu',
    ),
    who: new RegExp(`^${speaking}${number}?$`, 'iu'),
    quotedLabel: new RegExp(
      `(?<=^[ \\t]*)["“”„«‘’']${either(words, 'speakers', 'sections')}${number}?["“”»‘’']${COLON}`,
      'gimu',
    ),
    section: new RegExp(`^[ \\t]*${label('sections')}(?:${subtitle}${COLON}|${SEPARATOR})`, 'gimu'),
    numberedSection: new RegExp(
      `^[ \\t]*(${sectionNumber})${REMARK}(?:[.。．।۔:：][ \\t]*(?=\\S)|${COLON}|[ \\t]+[-–—][ \\t]+|[ \\t]*\\n(?=\\s*\\S))`,
      'gimu',
    ),
    sectionNumber: new RegExp(`${BEFORE}${sectionNumber}`, 'giu'),
    sceneHeading: new RegExp(
      `^[ \\t]*(${first}${parts}|${parts}(?=${number})|${sections})(${number}?${REMARK})${SEPARATOR}[^\\n.!?…。！？।]{1,30}\\n(?=\\s*\\S)`,
      'gimu',
    ),
    line: new RegExp(`^[ \\t]*${label('lines')}(${COLON}|[ \\t]+[-–—][ \\t]+)([^\\n]*)(?:\\n|$)`, 'gimu'),
    subject: new RegExp(`^${either(words, 'subjects')}$`, 'iu'),
    cue: new RegExp(`^${label('lines', 'cues', 'sounds')}${COLON}`, 'iu'),
  };
}
