import { scriptGuarantee } from '../guarantee.ts';
import { sceneCountCheck } from './check.ts';

/** A large model is asked for the scenes that it left out; a small one was asked for each. */
export const sceneCountGuarantee = scriptGuarantee(sceneCountCheck, {
  parts: (failed, _fixed, _input, { strategy }) =>
    strategy === 'single' ? failed.map((finding) => ({ part: { of: 'missing_scenes' }, finding })) : [],
});
