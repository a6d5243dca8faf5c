import { inOneLine } from '../plain-text.ts';

/** A title of a title page, which stays on the line of its key. */
export function titleText(text: string): string {
  return withoutMarkup(inOneLine(text));
}

/** An action, whose line begins with `!`; some readers look for a lyric behind it, and for a transition anywhere. */
export function actionText(text: string): string {
  return withoutMarkup(text)
    .replace(/^~/, String.raw`\$&`)
    .replaceAll(' TO:', String.raw` TO\:`);
}

/** A line of dialogue; one that begins so would be a lyric, or a parenthetical. */
export function dialogueText(text: string): string {
  return withoutMarkup(text).replace(/^[~(]/, String.raw`\$&`);
}

/** A name for a heading or a character: without the signs that number scenes, pair dialogues and mark extensions. */
export function plainName(text: string): string {
  return withoutMarkup(inOneLine(text.replace(/[#^()@\\]/g, ' ')));
}

/**
 * A backslash takes its meaning from what follows it: emphasis (`*`, `_`), and so the beginning of a comment; brackets
 * of a note are parted by one, and so is the end of a comment, which some readers count without a beginning.
 */
function withoutMarkup(text: string): string {
  return text
    .replace(/[\\*_]/g, String.raw`\$&`)
    .replaceAll(String.raw`\*/`, String.raw`\*\/`)
    .replace(/(?<=\[)\[|(?<=\])\]/g, String.raw`\$&`);
}
