import { settledAs, withoutTexts } from '../../stand-ins.ts';
import { namedParts, scriptGuarantee, stillFailing } from '../guarantee.ts';
import { textLanguageCheck } from './check.ts';

/** A text in another language is asked for again; where it stays so, what the caller wrote or the voice says stands there. */
export const textLanguageGuarantee = scriptGuarantee(textLanguageCheck, {
  parts: (failed, ...draft) => namedParts(stillFailing(textLanguageCheck, failed, ...draft)),
  settle: { outcome: settledAs, apply: withoutTexts },
});
