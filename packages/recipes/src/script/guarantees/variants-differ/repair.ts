import { everyNarration, scriptGuarantee } from '../guarantee.ts';
import { variantsDifferCheck } from './check.ts';

/** Every scene is asked for again. */
export const variantsDifferGuarantee = scriptGuarantee(variantsDifferCheck, {
  parts: (failed, fixed) => failed.flatMap((finding) => everyNarration(finding, fixed)),
});
