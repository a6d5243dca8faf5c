import type { OpenPart } from '../../../port/guarantee.ts';
import { findTerms, textsIn } from '../../../text/terms.ts';
import { description, metadataGuarantee, type MetadataPart } from '../guarantee.ts';
import { avoidCheck } from './check.ts';

/** Tags go, captions give way to the description; titles and the description are asked for again. */
export const avoidGuarantee = metadataGuarantee(avoidCheck, {
  fix: {
    outcome: 'dropped',
    apply(draft, { avoid }) {
      const isClean = (value: unknown) => findTerms(textsIn(value).join('\n'), avoid).length === 0;
      return {
        ...draft,
        tags: draft.tags.filter(isClean),
        captions: isClean(draft.captions) ? draft.captions : {},
      };
    },
  },
  parts: (failed, { titles }, { avoid }) =>
    failed.flatMap((finding): OpenPart<MetadataPart>[] => {
      if (finding.path === 'description') return [description(finding)];
      if (finding.path !== 'titles') return [];
      return titles.flatMap(({ text }, index) =>
        findTerms(text, avoid).length > 0 ? [{ part: { of: 'title', index }, finding }] : [],
      );
    }),
});
