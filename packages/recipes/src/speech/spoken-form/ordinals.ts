import { numbersOrEnglish } from '../../language/numbers/numbers-of.ts';
import { primarySubtag } from '../../language/scripts.ts';

/** "1st", "3º", "2ème", "5-й"; up to three figures, as ordinals in text are. */
const ORDINAL =
  /(?<![\p{N}.,])(\d{1,3})-?(?:st|nd|rd|th|er|re|ère|ème|e|\.?º|\.?ª|-?(?:й|я|е|го|му|м|х|та|ти))(?![\p{L}\p{N}])/gu;

/** Where a stop makes an ordinal too: "8. Mai". */
const ORDINAL_WITH_STOP = new RegExp(`${ORDINAL.source}|(?<![\\p{N}.,])(\\d{1,2})\\.(?=\\s\\p{L})`, 'gu');
const STOPS: ReadonlySet<string> = new Set('bs cs da de et fi hr hu is lv nb nn no pl sk sl sr tr'.split(' '));

/** Ordinals in figures as words of the language. */
export function withSpokenOrdinals(text: string, language: string): string {
  const ordinals = STOPS.has(primarySubtag(language)) ? ORDINAL_WITH_STOP : ORDINAL;
  return text.replace(ordinals, (written, marked: string | undefined, stopped: string | undefined) => {
    const value = Number(marked ?? stopped);
    return value > 0 ? ` ${numbersOrEnglish(language).ordinal(value)} ` : written;
  });
}
