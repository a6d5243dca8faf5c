import { thumbnailGuarantee } from '../guarantee.ts';
import { dialectsCheck } from './check.ts';

/** Code words the prompts, so that no question could help; what it cannot word is told. */
export const dialectsGuarantee = thumbnailGuarantee(dialectsCheck, {});
