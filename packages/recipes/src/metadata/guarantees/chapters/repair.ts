import { metadataGuarantee } from '../guarantee.ts';
import { chaptersCheck } from './check.ts';

/** Chapters come from the caller's times, which code fits where the texts are put together; nothing of them is asked. */
export const chaptersGuarantee = metadataGuarantee(chaptersCheck, {});
