import { thumbnailGuarantee } from '../guarantee.ts';
import { changePath, conceptsDifferCheck } from './check.ts';

/** A change that changes nothing is asked for again. */
export const conceptsDifferGuarantee = thumbnailGuarantee(conceptsDifferCheck, {
  parts: (failed, { changes }) =>
    failed.map((finding) => {
      const index = changes.findIndex((_, at) => finding.path === changePath(at));
      return { part: { of: 'change', index }, finding };
    }),
});
