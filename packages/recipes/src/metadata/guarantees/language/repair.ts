import { description, metadataGuarantee } from '../guarantee.ts';
import { languageCheck } from './check.ts';

/** The description is asked for again. */
export const languageGuarantee = metadataGuarantee(languageCheck, { parts: (failed) => failed.map(description) });
