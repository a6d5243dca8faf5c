import { primarySubtag } from '../../language/scripts.ts';

/** `9:30`, `14:05:10`, `9h30`, `9 h 30`, `9.30 Uhr`, `klo 9.30`; a ratio such as 16:9 has no minutes of two figures. */
const TIME =
  /(?<![\p{L}\p{N}.,:/])([01]?\d|2[0-4])(?::([0-5]\d)(?::[0-5]\d)?|[ \u00A0]?h[ \u00A0]?([0-5]\d)|\.([0-5]\d)(?=[ \u00A0](?:Uhr|uur)\b)|(?<=(?:klokken|klockan|kello|ob|alle)[ \u00A0]\d{1,2})[.:]([0-5]\d))(?:[ \u00A0](?:Uhr|uur)\b)?(?![\p{N}:])/gu;

/**
 * What stands between the hour and the minutes when a time is said, and behind the minutes where that has a word, as
 * announcements have them; elsewhere there is nothing: "nine thirty".
 */
const CLOCK: Readonly<Record<string, readonly [hour: string, minute?: string]>> = {
  de: ['Uhr'],
  lb: ['Auer'],
  nl: ['uur'],
  fr: ['heures'],
  pt: ['horas e'],
  es: ['y'],
  it: ['e'],
  ca: ['i'],
  gl: ['e'],
  ro: ['și'],
  el: ['και'],
  ar: ['و'],
  fa: ['و'],
  he: ['ו'],
  cs: ['hodin'],
  vi: ['giờ', 'phút'],
  th: ['นาฬิกา', 'นาที'],
  hi: ['बजकर', 'मिनट'],
  bn: ['টা', 'মিনিট'],
  zh: ['点', '分'],
  yue: ['點', '分'],
  ja: ['時', '分'],
  ko: ['시', '분'],
};

/** Of a full hour; elsewhere the word between, where there is one, is said alone. */
const FULL_HOUR: Readonly<Record<string, string>> = {
  en: "o'clock",
  es: 'en punto',
  it: 'in punto',
  pt: 'horas',
  ru: 'часов',
  uk: 'година',
  ca: 'en punt',
  ro: 'fix',
  el: 'ακριβώς',
  tr: '',
  ar: '',
  fa: '',
  he: '',
};

/** Times of the clock in figures as a language says them: "neun Uhr 30". */
export function withSpokenTimes(text: string, language: string): string {
  const primary = primarySubtag(language);
  const [between = '', behind = ''] = CLOCK[primary] ?? [];
  return text.replace(TIME, (_written: string, hour: string, ...groups: (string | undefined)[]) => {
    const minutes = Number(groups.slice(0, 4).find((group) => group !== undefined));
    if (minutes === 0) return ` ${Number(hour)} ${FULL_HOUR[primary] ?? between} `;
    const zero = minutes < 10 && behind === '' ? '0 ' : '';
    return ` ${Number(hour)} ${between} ${zero}${minutes} ${behind} `;
  });
}
