import type { Platform } from '../../platforms/platform.ts';
import type { MetadataDraft } from '../draft.ts';
import type { MetadataInput, PlatformMetadata } from '../schema.ts';
import { materialFor } from '../title-facts.ts';
import { titleScore } from '../title-score.ts';
import { cutsOf, fitted, withoutAngles, type Cut, type Fitted } from './cut.ts';

export interface ComposedTitles {
  readonly titles: PlatformMetadata['titles'];
  readonly cuts: readonly Cut[];
}

/** The best title first; of titles that a cut has made equal the first one. */
export function titlesFor(platform: Platform, { titles }: MetadataDraft, input: MetadataInput): ComposedTitles {
  const { words } = materialFor(input);
  const path = `platforms.${platform.id}.titles`;
  const fit = (text: string): Fitted =>
    platform.kind === 'titled' ? fitted(text, platform.titleLimits) : { text, removed: [] };
  const all = titles
    .map(({ text, angle }) => ({ angle, whole: text, ...fit(withoutAngles(text, platform.takesAngles)) }))
    .map((title) => ({ ...title, score: titleScore(title.text, input.keywords, words) }))
    .toSorted((one, other) => other.score - one.score);
  const distinct = [...new Map(all.toReversed().map((title) => [keyOf(title.text), title])).values()].toReversed();
  const kept = distinct.filter(({ text }) => text !== '');
  return {
    titles: kept.map(({ text, angle, score }) => ({ text, angle, score })),
    cuts: [
      ...kept.flatMap((title, index) => cutsOf(`${path}[${index}]`, title)),
      ...cutsOf(
        path,
        { text: '', removed: all.filter((title) => !kept.includes(title)).map(({ whole }) => whole) },
        'dropped',
      ),
    ],
  };
}

function keyOf(title: string): string {
  return title.normalize('NFC').toLowerCase();
}
