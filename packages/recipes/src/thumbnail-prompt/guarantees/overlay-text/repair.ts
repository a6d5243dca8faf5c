import { pathOf, withMember } from '../../draft.ts';
import { replacedHeadlines } from '../../replaced-headlines.ts';
import { members, thumbnailGuarantee } from '../guarantee.ts';
import { drawn, headlineFault, overlayTextCheck } from './check.ts';

/** Code takes out what cannot be drawn; other words are asked for; in the end the subject stands in the caller's own. */
export const overlayTextGuarantee = thumbnailGuarantee(overlayTextCheck, {
  fix: {
    outcome: 'fixed',
    apply: (draft, input) =>
      draft.concepts.reduce(
        (before, { variable, overlay_text: text }, index) =>
          (variable !== 'baseline' && variable !== 'overlay_text') || drawn(text, input) === text
            ? before
            : withMember(before, index, 'overlay_text', drawn(text, input)),
        draft,
      ),
  },
  parts: (failed, { concepts }, input) =>
    members(failed).filter(({ finding: { path } }) =>
      concepts.some(
        ({ overlay_text: text }, index) =>
          pathOf(index, 'overlay_text') === path && headlineFault(text, input) !== undefined,
      ),
    ),
  settle: { outcome: 'replaced', apply: replacedHeadlines },
});
