/** The numbers of a language in words. What it is given are whole numbers from 0 to 10¹⁵. */
export interface SpelledNumbers {
  /** The tag of the data that it is made from. */
  readonly language: string;
  /** As one counts: "twenty-one". */
  readonly cardinal: (value: number) => string;
  /** As a year is said: "nineteen eighty-four". */
  readonly year: (value: number) => string;
  readonly ordinal: (value: number) => string;
  /** 9 and "2" as "nine point two". */
  readonly decimals: (whole: number, digits: string) => string;
  /** Every form that the language is known to have of a number, by gender, case and use, ordinals too. */
  readonly forms: (value: number) => readonly string[];
  /** Those of its forms that say a place and no count: "third". */
  readonly ordinals: (value: number) => readonly string[];
  /** Forms of other cases that the data has not, by number, with spaces between. */
  readonly inflected?: Readonly<Record<number, string>> | undefined;
  readonly decimalWords?: DecimalWords | undefined;
}

/** How decimals are said in words, beside what `decimals` gives; forms with spaces between, phrases of `halves` with commas. */
export interface DecimalWords {
  /** Signs of decimals beside CLDR's: "nine point two", "девять целых две десятых". */
  readonly points?: string;
  /** What a tenth, a hundredth, a thousandth is called behind a number: "dwie dziesiąte". */
  readonly tenths?: string;
  readonly hundredths?: string;
  readonly thousandths?: string;
  /** What adds a half to the number before it, commas between: "and a half". */
  readonly halves?: string;
  /** One and a half, and two and a half, in a word of their own. */
  readonly oneAndHalf?: string;
  readonly twoAndHalf?: string;
}
