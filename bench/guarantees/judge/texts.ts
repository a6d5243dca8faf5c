import { violation, type Violation } from './violation.ts';

/** Traces of machines, that no text for people may have, spoken or read. */
const TRACES: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['an entity', /&(?:[a-z]{2,8}|#\d+|#x[\da-f]+);/i],
  ['an escaped line break', /\\n/],
  ['half a character', /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\ufffd/],
  // oxlint-disable-next-line no-control-regex -- that is what is looked for
  ['a control character', /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/],
  ['a placeholder', /\[[^\]\n]{2,40}\]|\{[a-z _]{2,30}\}|【[^】\n]{2,20}】|［[^］\n]{2,20}］/i],
  // "Option 1" alone may be the first of a list that goes on in the next scene.
  ['one of several texts', /\b(Option|Variante|Opción|Вариант) 1\b[\s\S]*\1 2\b/],
  ['the end of a script', /^\s*[-=*]{3,}|[-=*]{3,}\s*$/m],
  ['reasoning', /<\/?think>|<\|[a-z]+\|>/i],
  ['markdown', /\*\*|__|^#{1,6} |```/m],
];

/** What a voice cannot say beside those. */
const UNSPEAKABLE: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['an emoji', /\p{Extended_Pictographic}/u],
  ['an address', /https?:\/\/|www\.|\b[a-z\d-]+\.(?:com|org|net|io)\b/i],
  [
    'a stage direction',
    /\*[^*\n]+\*|\((?:upbeat music plays|Risas|rires|risos|gelach|laughs|Musik setzt ein|musica allegra|śmiech|смех|gülüşmeler|موسيقى|संगीत|เสียงดนตรี|웃음소리)\)|（(?:笑い声|镜头切换|鏡頭切換)）/u,
  ],
  [
    'a speaker label',
    /^(?:Host 1|Sprecher|Locutor|Narrateur|Narrador|Voce fuori campo|Verteller|Lektor|Диктор|Anlatıcı|الراوي|वाचक|ผู้บรรยาย|ナレーター|旁白|내레이터) ?(?:[:：]|[–—-] )/mu,
  ],
  ['a note on the speech', /^(?:Duration|Dauer|Durée|Duración):/m],
  ['a time mark', /^\d{1,2}:\d{2} ?[-–] ?\d{1,2}:\d{2}/m],
  ['a hash tag', /(?:^|\s)#\p{L}/u],
];

/** Violations of a text that is read. */
export function judgeText(where: string, text: string, saidBy: RegExp): Violation[] {
  return found(TRACES, where, text, saidBy);
}

/** Violations of a text that is spoken. */
export function judgeSpeech(where: string, text: string, saidBy: RegExp): Violation[] {
  return found([...TRACES, ...UNSPEAKABLE], where, text, saidBy);
}

function found(
  patterns: readonly (readonly [kind: string, pattern: RegExp])[],
  where: string,
  text: string,
  saidBy: RegExp,
): Violation[] {
  return patterns.flatMap(([kind, pattern]) => {
    const hit = pattern.exec(text);
    return hit ? [violation(kind, where, `${JSON.stringify(hit[0])} in ${JSON.stringify(text)}`, saidBy)] : [];
  });
}
