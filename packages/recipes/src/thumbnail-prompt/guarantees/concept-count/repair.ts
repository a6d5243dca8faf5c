import { thumbnailGuarantee } from '../guarantee.ts';
import { conceptCountCheck } from './check.ts';

/** What is missing is asked for. */
export const conceptCountGuarantee = thumbnailGuarantee(conceptCountCheck, {
  parts: (failed) => failed.map((finding) => ({ part: { of: 'missing' }, finding })),
});
