import { description, metadataGuarantee } from '../guarantee.ts';
import { platformLimitsCheck } from './check.ts';

/** Lengths are fitted by code where the texts are put together; a description that is not there is asked for. */
export const platformLimitsGuarantee = metadataGuarantee(platformLimitsCheck, {
  parts: (failed) => failed.filter(({ name }) => name.endsWith('_description')).map(description),
});
