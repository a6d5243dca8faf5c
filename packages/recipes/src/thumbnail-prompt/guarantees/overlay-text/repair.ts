import { headlines, thumbnailGuarantee } from '../guarantee.ts';
import { overlayTextCheck } from './check.ts';

/** Other words are asked for. */
export const overlayTextGuarantee = thumbnailGuarantee(overlayTextCheck, { parts: headlines });
