import { metadataGuarantee, namedTitles } from '../guarantee.ts';
import { titleFactsCheck } from './check.ts';

/** A title that promises what the video does not keep is asked for again. */
export const titleFactsGuarantee = metadataGuarantee(titleFactsCheck, { parts: namedTitles });
