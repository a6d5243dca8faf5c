import { narrations, scriptGuarantee } from '../guarantee.ts';
import { repetitionCheck } from './check.ts';

/** The scene that repeats is asked for again. */
export const repetitionGuarantee = scriptGuarantee(repetitionCheck, { parts: narrations });
