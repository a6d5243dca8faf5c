import { inertText } from './characters.ts';
import { withoutEntities } from './entities.ts';
import { withoutEscapes } from './escapes.ts';
import { withoutMaterialMarks } from './material-marks.ts';
import { withoutMojibake } from './mojibake.ts';
import { withoutPercents } from './percents.ts';

/** A text as its reader is to see it: what was encoded decoded, and nothing in it that only a machine would act on. */
export function plainText(text: string): string {
  return withoutMaterialMarks(inertText(withoutEntities(withoutPercents(withoutMojibake(withoutEscapes(text))))));
}

/** The same for every text in a JSON value; names of members stay. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainValue(member)]));
}

/** Whether a piece of JSON may hold what is not plain. Many do not, and looking through the value costs more. */
export function mayNotBePlain(json: string): boolean {
  return (
    /<<<|>>>|%[\da-f]{2}|[\\&\u007f-\u009f\u2028\u2029\ufeff\ufffd\ufffe\uffff]|\u200d|[ÂÃÐÑâàð][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/i.test(
      json,
    ) || !json.isWellFormed()
  );
}
