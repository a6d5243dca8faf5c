import { scriptGuarantee } from '../guarantee.ts';
import { platformLengthCheck } from './check.ts';

/** The caller decides the length, so nothing is cut for it. */
export const platformLengthGuarantee = scriptGuarantee(platformLengthCheck, {});
