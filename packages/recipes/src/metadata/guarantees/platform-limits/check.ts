import type { Finding } from '../../../port/finding.ts';
import { platformIds, platformOf, type PlatformId, type TextLimit } from '../../../platforms/platforms.ts';
import { TAG_BUDGET, tagCost } from '../../../platforms/youtube.ts';
import { measure } from '../../../text/measure.ts';
import { composeFor } from '../../compose.ts';
import type { MetadataDraft } from '../../draft.ts';
import type { MetadataInput } from '../../schema.ts';
import type { MetadataCheck } from '../guarantee.ts';

const MEASURED = ['title', 'description', 'caption', 'hashtags', 'tags'] as const;
type LimitName = `${PlatformId}_${(typeof MEASURED)[number]}`;

/** What each platform gets keeps its limits, each in its own unit. */
export const platformLimitsCheck: MetadataCheck<LimitName> = {
  names: platformIds.flatMap((id) => MEASURED.map((what) => `${id}_${what}` as const)),
  measure: (draft, input) => input.platforms.flatMap((id) => findingsFor(id, draft, input)),
};

function findingsFor(id: PlatformId, draft: MetadataDraft, input: MetadataInput): Finding<LimitName>[] {
  const platform = platformOf(id);
  const composed = composeFor(id, draft, input);
  const hashtags = within(`${id}_hashtags`, composed.hashtags.length, platform.hashtags.maximum, 'hashtags');
  if (platform.kind === 'caption')
    return [limited(`${id}_caption`, composed.caption ?? '', platform.captionLimit), hashtags];
  const isYoutube = composed.snippet !== undefined;
  return [
    limited(`${id}_title`, composed.title ?? '', platform.titleLimit),
    limited(`${id}_description`, composed.description ?? '', platform.descriptionLimit),
    hashtags,
    ...(isYoutube ? [within(`${id}_tags`, tagCost(composed.tags), TAG_BUDGET, 'tag_cost')] : []),
  ];
}

function limited(name: LimitName, text: string, { maximum, unit }: TextLimit): Finding<LimitName> {
  const finding = within(name, measure(text, unit), maximum, unit);
  return text === '' ? { ...finding, ok: false, message: 'There is no text.' } : finding;
}

function within(name: LimitName, value: number, limit: number, unit: string): Finding<LimitName> {
  return { name, ok: value <= limit, value, limit, unit, message: `${value} of ${limit} ${unit}.`, severity: 'must' };
}
