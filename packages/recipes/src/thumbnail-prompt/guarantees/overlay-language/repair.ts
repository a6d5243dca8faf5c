import { replacedHeadlines } from '../../replaced-headlines.ts';
import { members, thumbnailGuarantee } from '../guarantee.ts';
import { overlayLanguageCheck } from './check.ts';

/** Words in the right language are asked for; in the end the subject stands in the caller's own. */
export const overlayLanguageGuarantee = thumbnailGuarantee(overlayLanguageCheck, {
  parts: members,
  settle: { outcome: 'replaced', apply: replacedHeadlines },
});
