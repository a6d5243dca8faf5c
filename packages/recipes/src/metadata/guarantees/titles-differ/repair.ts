import { metadataGuarantee, namedTitles } from '../guarantee.ts';
import { titlesDifferCheck } from './check.ts';

/** The later of two like titles is asked for again. */
export const titlesDifferGuarantee = metadataGuarantee(titlesDifferCheck, { parts: namedTitles });
