import { scriptGuarantee } from '../guarantee.ts';
import { picturesDifferCheck } from './check.ts';

/** The later of two like pictures is asked for again. */
export const picturesDifferGuarantee = scriptGuarantee(picturesDifferCheck, {
  parts: (failed, fixed) =>
    failed.map((finding) => {
      const scene = fixed.scenes.findIndex(({ id }) => id === finding.sceneId);
      return { part: { of: 'picture', scene }, finding };
    }),
});
