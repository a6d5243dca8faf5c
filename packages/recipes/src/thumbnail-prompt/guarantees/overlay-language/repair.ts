import { headlines, thumbnailGuarantee } from '../guarantee.ts';
import { overlayLanguageCheck } from './check.ts';

/** Words in the right language are asked for. */
export const overlayLanguageGuarantee = thumbnailGuarantee(overlayLanguageCheck, { parts: headlines });
