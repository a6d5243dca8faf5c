import { metadataGuarantee } from '../guarantee.ts';
import { localizationsCheck } from './check.ts';

/** The translation is asked for again. */
export const localizationsGuarantee = metadataGuarantee(localizationsCheck, {
  parts: (failed) =>
    failed.map((finding) => ({ part: { of: 'localization', locale: String(finding.limit) }, finding })),
});
