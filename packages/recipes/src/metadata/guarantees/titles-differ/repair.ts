import { withoutTitles } from '../../stand-ins.ts';
import { metadataGuarantee, namedTitles } from '../guarantee.ts';
import { titlesDifferCheck } from './check.ts';

/** The later of two like titles is asked for again, and dropped where that does not help. */
export const titlesDifferGuarantee = metadataGuarantee(titlesDifferCheck, {
  parts: namedTitles,
  settle: { outcome: 'dropped', apply: withoutTitles },
});
