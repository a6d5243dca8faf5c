import { thumbnailGuarantee, whole } from '../guarantee.ts';
import { dialectsCheck } from './check.ts';

/** What cannot be worded for a family is designed anew. */
export const dialectsGuarantee = thumbnailGuarantee(dialectsCheck, { parts: whole });
