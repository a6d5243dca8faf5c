import { withPlainTexts } from '../../plain-texts.ts';
import { settledAs, withoutTexts } from '../../stand-ins.ts';
import { namedParts, scriptGuarantee, stillFailing } from '../guarantee.ts';
import { plainTextsCheck } from './check.ts';

/** Code takes marks, labels and directions away; a text with a gap is asked for again and gives way in the end. */
export const plainTextsGuarantee = scriptGuarantee(plainTextsCheck, {
  fix: { outcome: 'fixed', apply: (draft, { language }) => withPlainTexts(draft, language) },
  parts: (failed, ...draft) => namedParts(stillFailing(plainTextsCheck, failed, ...draft)),
  settle: { outcome: settledAs, apply: withoutTexts },
});
