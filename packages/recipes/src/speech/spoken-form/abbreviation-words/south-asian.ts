/** Abbreviations as they are spoken in languages of South Asia. */
export const southAsian: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hi: { 'डॉ.': 'डॉक्टर', 'श्री.': 'श्री', 'रु.': 'रुपये' },
};
