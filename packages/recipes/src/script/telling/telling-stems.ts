import { words } from '../../text/words.ts';

/** English words that say neither what happens nor why: what is made of these says nothing by itself. */
const VAGUE: ReadonlySet<string> = new Set(
  "a able about all allow allows also an and are as at be because been being best better both but by can can't cause causes could do does effective effectively easy easily essential for from gets good great had has have helpful help helps how if importance important in into is it it's its just keep keeps let lets like made make makes making many may might more most much must natural need needs of on one ones or our people process really result results should simple simply since so some such than that the their them then there these they they're thing things this those to very was way ways we well were what when where which while who why will with would you your crucial necessary different various several certain overall".split(
    ' ',
  ),
);

/** Letters by which forms of a word are one: "feeling" and "feel". */
const STEM_LETTERS = 4;

/** What an English text says, by the beginnings of its words, without those that say nothing by themselves. */
export function tellingStems(text: string): ReadonlySet<string> {
  return new Set(
    words(text.toLowerCase())
      .filter((word) => word.length > 2 && !VAGUE.has(word))
      .map((word) => word.slice(0, STEM_LETTERS)),
  );
}
