import { withTexts } from '../../texts.ts';
import { metadataGuarantee, namedParts } from '../guarantee.ts';
import { textLanguageCheck } from './check.ts';

/**
 * Titles and captions in another language are asked for again and in the end dropped: a caption gives way to the
 * description. Tags are dropped, the caller's own stay.
 */
export const textLanguageGuarantee = metadataGuarantee(textLanguageCheck, {
  parts: namedParts,
  settle: {
    outcome: 'dropped',
    apply(draft, failed) {
      const paths = new Set(failed.map(({ path }) => path));
      return withTexts(draft, (text, _form, path) => (paths.has(path) ? '' : text));
    },
  },
});
