import { metadataGuarantee } from '../guarantee.ts';
import { contactsCheck } from './check.ts';

/** It is told and stays: much material holds the caller's own address. */
export const contactsGuarantee = metadataGuarantee(contactsCheck, {});
