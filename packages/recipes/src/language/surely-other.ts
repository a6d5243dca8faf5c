import { isClearlyNot } from './of-prompt.ts';
import { mainScript } from './prompt-script.ts';

/** Whether a text is surely in none of these languages; a short or doubtful one is not sure. */
export function isSurelyInNoneOf(text: string, languages: readonly string[]): boolean {
  const script = mainScript(text);
  return script !== undefined && languages.every((language) => isSurelyNot(text, script, language));
}

function isSurelyNot(text: string, script: string, language: string): boolean {
  return scriptOf(language) !== script || isClearlyNot(language, text);
}

/** As `mainScript` names it: Chinese in either way of writing is one script, Korean its letters. */
function scriptOf(language: string): string | undefined {
  const { script } = new Intl.Locale(language).maximize();
  if (script === 'Kore') return 'Hang';
  return script === 'Hans' || script === 'Hant' ? 'Hani' : script;
}
