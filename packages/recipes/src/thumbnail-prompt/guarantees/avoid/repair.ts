import { described } from '../../../image-models/concept.ts';
import type { OpenPart } from '../../../port/guarantee.ts';
import { indexIn, withMember, withoutConcepts, type ThumbnailDraft } from '../../draft.ts';
import type { ThumbnailInput } from '../../schema.ts';
import { thumbnailGuarantee, type ThumbnailPart } from '../guarantee.ts';
import { avoidCheck, avoidedIn } from './check.ts';

/**
 * A picture that may not be is designed anew, a concept that alone shows it changes its one thing again. In the end such
 * a concept goes, and of the first one the phrases that name it; its subject may not.
 */
export const avoidGuarantee = thumbnailGuarantee(avoidCheck, {
  parts: (failed, { concepts }) =>
    failed.some(({ path }) => indexIn(path) === 0)
      ? failed.slice(0, 1).map((finding) => ({ part: { of: 'whole' }, finding }))
      : failed.flatMap((finding): OpenPart<ThumbnailPart>[] => {
          const index = indexIn(finding.path);
          const member = concepts[index]?.variable ?? 'baseline';
          return member === 'baseline' ? [] : [{ part: { of: 'member', index, member }, finding }];
        }),
  settle: {
    outcome: 'dropped',
    apply(draft, failed, input) {
      const cleaned = failed.some(({ path }) => indexIn(path) === 0) ? withoutAvoided(draft, input) : draft;
      const others = avoidCheck.measure(cleaned, input, { strategy: 'single', earlier: [] }).filter(({ ok }) => !ok);
      return withoutConcepts(
        cleaned,
        others.map(({ path }) => indexIn(path)),
      );
    },
  },
});

function withoutAvoided(draft: ThumbnailDraft, input: ThumbnailInput): ThumbnailDraft {
  let cleaned = draft;
  for (const member of described) {
    if (member === 'subject') continue;
    const clauses = draft.concepts[0][member].split(/(?<=[,;])\s+/u);
    const kept = clauses.filter((clause) => avoidedIn(clause, input).length === 0);
    if (kept.length < clauses.length) cleaned = withMember(cleaned, 0, member, kept.join(' ').replace(/[,;\s]+$/u, ''));
  }
  return cleaned;
}
