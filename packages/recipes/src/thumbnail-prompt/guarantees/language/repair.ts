import { thumbnailGuarantee, whole } from '../guarantee.ts';
import { languageCheck } from './check.ts';

/** Pictures described in another language are designed anew. */
export const languageGuarantee = thumbnailGuarantee(languageCheck, { parts: whole });
