import { metadataGuarantee, namedTitles } from '../guarantee.ts';
import { titleSpecificCheck } from './check.ts';

/** A title that fits any video is asked for again. */
export const titleSpecificGuarantee = metadataGuarantee(titleSpecificCheck, { parts: namedTitles });
