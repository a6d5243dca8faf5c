import { everyNarration, scriptGuarantee } from '../guarantee.ts';
import { variantsDifferCheck } from './check.ts';

/** Of a large model the whole is wanted anew, of a small one scene by scene. */
export const variantsDifferGuarantee = scriptGuarantee(variantsDifferCheck, {
  parts: (failed, fixed, _input, { strategy }) =>
    failed.flatMap((finding) =>
      strategy === 'single' ? [{ part: { of: 'whole' }, finding }] : everyNarration(finding, fixed),
    ),
});
