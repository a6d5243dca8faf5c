import { thumbnailGuarantee, whole } from '../guarantee.ts';
import { avoidCheck } from './check.ts';

/** A picture that may not be is designed anew. */
export const avoidGuarantee = thumbnailGuarantee(avoidCheck, { parts: whole });
