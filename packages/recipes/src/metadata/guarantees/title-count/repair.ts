import { angleOf } from '../../title-score.ts';
import { isNothing, subjectTitle } from '../../stand-ins.ts';
import { metadataGuarantee } from '../guarantee.ts';
import { titleCountCheck } from './check.ts';

/**
 * Titles beyond those asked for are left out, missing ones asked for; of a small model, which was asked for more than
 * were wanted, one is enough. In the end fewer are delivered; where there is
 * none, what the video is about stands there in the caller's words.
 */
export const titleCountGuarantee = metadataGuarantee(titleCountCheck, {
  fix: {
    outcome: 'dropped',
    apply: (draft, { variants }) => ({ ...draft, titles: draft.titles.slice(0, variants) }),
  },
  parts: (failed, { titles }, { variants }, { strategy }) => {
    const wanted = strategy === 'single' ? variants : Math.min(1, variants);
    return failed
      .filter(({ name }) => name === 'title_count')
      .flatMap((finding) =>
        Array.from({ length: Math.max(0, wanted - titles.length) }, (_, at) => ({
          part: { of: 'title', index: titles.length + at },
          finding,
        })),
      );
  },
  settle: {
    outcome: 'replaced',
    apply(draft, failed, input) {
      if (isNothing(draft) || !failed.some(({ name }) => name === 'title_present')) return draft;
      const text = subjectTitle(draft, input);
      return text === '' ? draft : { ...draft, titles: [{ text, angle: angleOf(text) }] };
    },
  },
});
