/** Languages whose everyday words are those of another one, by primary subtag; our own list. */
const SAME_WORDS: Readonly<Record<string, string>> = { bs: 'hr', nb: 'no', nn: 'no', tl: 'fil', yue: 'zh' };

/** The language under which the words of a language are listed, by primary subtag: its own, where it shares none. */
export function listedLanguage(language: string): string {
  return SAME_WORDS[language] ?? language;
}
