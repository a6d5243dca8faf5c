import { loadLanguages } from './load-languages.ts';
import { leadOver } from './of-prompt.ts';
import { rankShortTextsBy } from './short-texts.ts';

/** As `loadLanguages`, on a server, where short texts are told by n-grams too. */
export async function prepareLanguages(languages: readonly string[]): Promise<void> {
  rankShortTextsBy(leadOver);
  await loadLanguages(languages);
}
