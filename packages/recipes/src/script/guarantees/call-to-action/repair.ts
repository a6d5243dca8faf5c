import { narrations, scriptGuarantee } from '../guarantee.ts';
import { callToActionCheck } from './check.ts';

/** The last scene is asked for again, and the text of the call to action where there is none. */
export const callToActionGuarantee = scriptGuarantee(callToActionCheck, {
  parts: (failed, fixed) => [
    ...narrations(failed, fixed),
    ...(fixed.cta === '' ? failed.map((finding) => ({ part: { of: 'frame', text: 'cta' } as const, finding })) : []),
  ],
});
