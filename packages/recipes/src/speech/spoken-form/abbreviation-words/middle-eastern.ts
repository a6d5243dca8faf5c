/** Abbreviations as they are spoken in Arabic, Persian and Hebrew. */
export const middleEastern: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ar: { 'د.': 'دكتور', إلخ: 'إلى آخره' },
  he: { 'וכו׳': 'וכולי', "וכו'": 'וכולי', 'ד"ר': 'דוקטור', 'לדוג׳': 'לדוגמה', 'עמ׳': 'עמוד' },
};
