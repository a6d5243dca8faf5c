import { scriptGuarantee } from '../guarantee.ts';
import { contactsCheck } from './check.ts';

/** It is told and stays: many contexts hold the caller's own address. */
export const contactsGuarantee = scriptGuarantee(contactsCheck, {});
