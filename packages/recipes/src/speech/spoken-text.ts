let spokenForm: ((text: string, language: string) => string) | undefined;

/** Makes known how figures, signs and abbreviations are spoken, 6 KB that a browser loads with a language's numbers. */
export async function loadSpokenForm(): Promise<void> {
  // Importing what is there already still takes tens of microseconds.
  if (spokenForm === undefined) ({ spokenForm } = await import('./spoken-form/spoken-form.ts'));
}

/** No figures, and no signs that are said as words. */
const AS_WRITTEN = /^[^\p{Nd}\p{No}$€£¥￥₹₽₩₺₴₫₪฿৳%％٪&]*$/u;

/**
 * A text as it is spoken, as far as its length goes: figures of any script, ordinals, dates, times, units, currencies and
 * abbreviations are words in the language, and initials as long as the names of their letters. One whose number words
 * are not known is counted as English is: its numbers are about as long. Letters are composed (NFC).
 *
 * @throws Error where what the language needs was not loaded, because lengths would be wrong without a word
 */
export function spokenText(text: string, language: string): string {
  const composed = text.normalize('NFC');
  if (spokenForm !== undefined) return spokenForm(composed, language);
  if (AS_WRITTEN.test(composed)) return composed;
  throw new Error(`How texts are spoken is not loaded: await loadLanguages(['${language}']).`);
}
