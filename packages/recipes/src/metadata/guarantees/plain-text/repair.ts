import { plainText } from '../../plain/plain-text.ts';
import { withTexts } from '../../texts.ts';
import { metadataGuarantee } from '../guarantee.ts';
import { plainTextCheck } from './check.ts';

/** Code takes it away; where nothing is left, the text is missing and asked for as such. */
export const plainTextGuarantee = metadataGuarantee(plainTextCheck, {
  fix: { outcome: 'fixed', apply: (draft, input) => withTexts(draft, (text, form) => plainText(text, form, input)) },
});
