/** Something in a narration that a voice cannot say. */
export interface SpeechFlaw {
  readonly name: string;
  /** The place in the text as it stands. */
  readonly excerpt: string;
}

interface SpeechRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** What takes the match's place when it is safe to fix by code; null when only the model can. */
  readonly fix: string | null;
}

const LABELS =
  'narrator|narration|voice[ -]?over|vo|v\\.o\\.|host|speaker(?: \\d+)?|hook|intro(?:duction)?|outro|cta|call to action|scene(?: \\d+)?|sprecher(?:in)?|erzähler(?:in)?|narrador(?:a)?|narrateur|narratore|旁白|ナレーション|диктор';

/**
 * What makes a remark in parentheses a direction to the crew and not a part of the sentence: the whole remark is one
 * ("pause", "sighs"), or it begins as one ("cut to the market", "upbeat music plays").
 */
const DIRECTION_WORDS =
  '(?:short |long |brief |dramatic )?(?:pause|beat|silence|laughs?|laughing|sighs?|sighing|whispers?|whispering|music|sfx|applause|pausa|musik|música|musique|lacht|seufzt|停顿|音乐|間)';
const DIRECTION_STARTS =
  '(?:cuts? to|fades? (?:in|out|to)|zooms? (?:in|out)|camera |close-?up (?:of|on)|b-?roll|sfx|sound of|sound effect|on[- ]screen|text on screen|voice-?over|visual:|(?:[a-z]+ )?music (?:plays|playing|fades|swells|starts|stops|intensifies|begins|ends))';

/**
 * In the order in which they are fixed. Plain parentheses are speech; only directions inside them go. Brackets are
 * never spoken.
 */
const RULES: readonly SpeechRule[] = [
  { name: 'reasoning', pattern: /<(think|thinking|reasoning)>[\s\S]*?(?:<\/\1>|$)|<\/think(?:ing)?>/gi, fix: '' },
  { name: 'code_fence', pattern: /```[a-z]*\n?|~~~+/gi, fix: '' },
  { name: 'html_tag', pattern: /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, fix: '' },
  { name: 'markdown_link', pattern: /!?\[([^\]\n]*)\]\([^)\n]*\)/g, fix: '$1' },
  { name: 'url', pattern: /\b(?:https?:\/\/|www\.)[^\s<>"')\]]+/gi, fix: null },
  { name: 'stage_direction', pattern: /\[[^\]\n]*\]|【[^】\n]*】/g, fix: '' },
  {
    name: 'stage_direction',
    pattern: new RegExp(
      `[(（][ \\t]*(?:${DIRECTION_WORDS}[ \\t]*\\.?|${DIRECTION_STARTS}[^()（）\\n]{0,60})[ \\t]*[)）]`,
      'giu',
    ),
    fix: '',
  },
  { name: 'markdown_heading', pattern: /^[ \t]{0,3}#{1,6}[ \t]+/gm, fix: '' },
  { name: 'markdown_list', pattern: /^[ \t]*(?:[-*+•][ \t]+|\d{1,2}[.)][ \t]+(?=\S))/gm, fix: '' },
  { name: 'markdown_quote', pattern: /^[ \t]*>[ \t]?/gm, fix: '' },
  {
    name: 'markdown_emphasis',
    pattern: /(\*{1,3}|(?<![\p{L}\p{N}])_{1,3}|~~)(?=\S)([^*_~\n]+?)(?<=\S)\1(?![\p{L}\p{N}])/gu,
    fix: '$2',
  },
  { name: 'markdown_mark', pattern: /[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|~~/gu, fix: '' },
  { name: 'label', pattern: new RegExp(`^[ \\t]*(?:${LABELS})[ \\t]*[:：][ \\t]*`, 'gimu'), fix: '' },
  { name: 'hashtag', pattern: /(?<![\p{L}\p{N}&])#(?=[\p{L}_])/gu, fix: '' },
  {
    name: 'emoji',
    pattern:
      /(?:\p{RGI_Emoji}|(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})\u{FE0F}?/gv,
    fix: '',
  },
];

/** Every rule needs one of these somewhere; most narrations have none, and one search is all they cost. */
const SUSPICIOUS =
  /[<>`*_#[\]【】()（）~:：•\n]|^[\s\-+\d]|https?:|www\.|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/iu;

/** Everything in the text that cannot be spoken as written; empty for a clean narration. */
export function speechFlaws(text: string): SpeechFlaw[] {
  if (!SUSPICIOUS.test(text)) return [];
  return RULES.flatMap(({ name, pattern }) =>
    Array.from(text.matchAll(pattern), ([excerpt]) => ({ name, excerpt: excerpt.trim().slice(0, 80) })),
  );
}

/**
 * The text without what code can take away safely: markup, labels, bracketed directions, emoji, quotation marks
 * around the whole. Words stay, and so do parentheses. Fixing one thing may lay bare another, hence the repetition.
 */
export function fixSpeech(text: string): string {
  let fixed = text.normalize('NFC');
  for (;;) {
    const next = tidy(withoutOuterQuotes(RULES.reduce(applyRule, fixed)));
    if (next === fixed) return fixed;
    fixed = next;
  }
}

function applyRule(text: string, { pattern, fix }: SpeechRule): string {
  return fix === null ? text : text.replace(pattern, fix);
}

/** Small models put a line in quotation marks; quotes inside it are speech. */
function withoutOuterQuotes(text: string): string {
  const [, inner] = /^["“„«「](.*)["”“»」]$/su.exec(text.trim()) ?? [];
  return inner === undefined || /["“”„«»「」]/u.test(inner) ? text : inner;
}

function tidy(text: string): string {
  return text
    .replace(/[ \t\u{200B}\u{FEFF}]+/gu, ' ')
    .replace(/ *\n\s*/g, ' ')
    .replace(/ +([,.;:!?…](?:\s|$))/gu, '$1')
    .trim();
}
