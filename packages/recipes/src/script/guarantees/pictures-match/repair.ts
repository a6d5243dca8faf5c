import { namedParts, scriptGuarantee } from '../guarantee.ts';
import { picturesMatchCheck } from './check.ts';

/** A large model is asked for another picture; a small one was asked with the scene before its eyes. */
export const picturesMatchGuarantee = scriptGuarantee(picturesMatchCheck, {
  parts: (failed, _fixed, _input, { strategy }) => (strategy === 'single' ? namedParts(failed) : []),
});
