import type { Finding } from '../../../port/finding.ts';
import { findTerms } from '../../../text/terms/terms.ts';
import type { MetadataDraft } from '../../draft.ts';
import { withTexts } from '../../texts.ts';
import { metadataGuarantee, namedParts } from '../guarantee.ts';
import { avoidCheck } from './check.ts';

/**
 * Tags go; everything else is asked for again. In the end captions give way to the description, and titles and
 * translations go where others are left: a description that keeps the word breaks the promise.
 */
export const avoidGuarantee = metadataGuarantee(avoidCheck, {
  fix: {
    outcome: 'dropped',
    apply: (draft, { avoid, language }) => ({
      ...draft,
      tags: draft.tags.filter((tag) => findTerms(tag, avoid, language).length === 0),
    }),
  },
  parts: namedParts,
  settle: { outcome: 'dropped', apply: withoutNamed },
});

function withoutNamed(draft: MetadataDraft, failed: readonly Finding[]): MetadataDraft {
  const paths = new Set(failed.map(({ path = '' }) => path.replace(/^(localizations\.[^.]+)\..*$/, '$1')));
  const kept = withTexts(draft, (text, form, path) =>
    form !== 'body' || path.startsWith('captions.') ? leftOut(text, path) : text,
  );
  const localizations = Object.entries(draft.localizations).filter(([locale]) => !paths.has(`localizations.${locale}`));
  return {
    ...kept,
    titles: kept.titles.length === 0 ? draft.titles : kept.titles,
    localizations: Object.fromEntries(localizations),
  };

  function leftOut(text: string, path: string): string {
    return paths.has(path) ? '' : text;
  }
}
