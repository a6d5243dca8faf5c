import { scriptGuarantee } from '../guarantee.ts';
import { readingGradeCheck } from './check.ts';

/** It is of the whole, which is not written anew for it. */
export const readingGradeGuarantee = scriptGuarantee(readingGradeCheck, {});
