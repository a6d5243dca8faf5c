import { primarySubtag } from '../../../language/scripts.ts';
import { namedParts, scriptGuarantee } from '../guarantee.ts';
import { picturesMatchCheck } from './check.ts';

/**
 * A large model is asked for another picture. Of a small one English pictures are made of the scene's words by code, and
 * made anew where the sentence went that one was of; others were asked for with the scene before its eyes.
 */
export const picturesMatchGuarantee = scriptGuarantee(picturesMatchCheck, {
  parts: (failed, _fixed, { language }, { strategy }) =>
    strategy === 'single' || primarySubtag(language) === 'en' ? namedParts(failed) : [],
});
