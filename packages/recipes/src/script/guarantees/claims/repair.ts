import { scriptGuarantee } from '../guarantee.ts';
import { claimsCheck } from './check.ts';

/** A person has to look: such a claim is delivered with `needs_check`. */
export const claimsGuarantee = scriptGuarantee(claimsCheck, {});
