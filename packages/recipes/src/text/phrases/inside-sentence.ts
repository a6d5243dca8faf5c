/** Written with a capital wherever it stands. */
const ALWAYS_CAPITAL = /^(?:I\b|\p{L}+\p{Lu})/u;

/**
 * An English sentence as it goes on behind an opening word: "Use rugs." → "use rugs." What is a name keeps its capital:
 * a word that has it inside a sentence of the text or of what the text is about.
 */
export function insideSentence(text: string, about = ''): string {
  const [first = ''] = /^[\p{L}'’]+/u.exec(text) ?? [];
  if (first === '' || ALWAYS_CAPITAL.test(text) || /^\p{Ll}/u.test(text)) return text;
  const insideOne = new RegExp(`[\\p{Ll}\\p{N},;] ${RegExp.escape(first)}(?!\\p{L})`, 'u');
  const isName = insideOne.test(text) || insideOne.test(about);
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
