import { metadataGuarantee } from '../guarantee.ts';
import { titleCountCheck } from './check.ts';

/** Titles beyond those asked for are left out, missing ones asked for. */
export const titleCountGuarantee = metadataGuarantee(titleCountCheck, {
  fix: {
    outcome: 'dropped',
    apply: (draft, { variants }) => ({ ...draft, titles: draft.titles.slice(0, variants) }),
  },
  parts: (failed, { titles }, { variants }) =>
    failed.flatMap((finding) =>
      Array.from({ length: Math.max(0, variants - titles.length) }, (_, at) => ({
        part: { of: 'title', index: titles.length + at },
        finding,
      })),
    ),
});
