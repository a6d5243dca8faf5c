import { indexIn, withoutConcepts } from '../../draft.ts';
import { members, thumbnailGuarantee, whole } from '../guarantee.ts';
import { languageCheck } from './check.ts';

/** Pictures described in another language are designed anew, single members asked for again; a concept that stays so goes. */
export const languageGuarantee = thumbnailGuarantee(languageCheck, {
  parts: (failed) => (failed.some(({ path }) => path === undefined) ? whole(failed) : members(failed)),
  settle: {
    outcome: 'dropped',
    apply: (draft, failed) =>
      withoutConcepts(
        draft,
        failed.map(({ path }) => indexIn(path)),
      ),
  },
});
