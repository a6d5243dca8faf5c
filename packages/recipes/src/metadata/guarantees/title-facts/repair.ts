import { withoutTitles } from '../../stand-ins.ts';
import { metadataGuarantee, namedTitles } from '../guarantee.ts';
import { titleFactsCheck } from './check.ts';

/** A title that promises what the video does not keep is asked for again, and dropped where that does not help. */
export const titleFactsGuarantee = metadataGuarantee(titleFactsCheck, {
  parts: namedTitles,
  settle: { outcome: 'dropped', apply: withoutTitles },
});
