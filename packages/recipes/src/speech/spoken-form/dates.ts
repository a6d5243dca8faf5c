import { remembered } from '../../language/remembered.ts';

/** `2024-05-01`, `1.5.2024`, `01/05/2024`, `2024/5/1`. */
const DATE =
  /(?<![\p{L}\p{N}.,/-])(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\5(\d{4}))(?![\p{N}/-])/gu;

/**
 * Dates in figures as the language says them: "1. Mai 2024". Which of two small numbers is the month makes no difference
 * to the length, so the first that can be one is it.
 */
export function withSpokenDates(text: string, language: string): string {
  return text.replace(DATE, (written: string, ...groups: (string | undefined)[]) => {
    const [isoYear, isoMonth, isoDay, first, , second, year] = groups;
    const [day, month] = Number(second) <= 12 ? [first, second] : [second, first];
    const date = new Date(Date.UTC(Number(isoYear ?? year), Number(isoMonth ?? month) - 1, Number(isoDay ?? day)));
    return Number.isNaN(date.getTime()) ? written : formatOf(language).format(date);
  });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string): Intl.DateTimeFormat {
  return remembered(
    formats,
    language,
    () =>
      new Intl.DateTimeFormat(language, {
        dateStyle: 'long',
        timeZone: 'UTC',
        numberingSystem: 'latn',
        calendar: 'gregory',
      }),
  );
}
