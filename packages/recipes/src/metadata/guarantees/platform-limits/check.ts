import type { Finding } from '../../../port/finding.ts';
import { platformIds, platformOf, type PlatformId } from '../../../platforms/platforms.ts';
import type { TextLimits } from '../../../platforms/platform.ts';
import { TAG_BUDGET, tagCost } from '../../../platforms/youtube-tags.ts';
import { measure } from '../../../text/length/measure.ts';
import { bodyFor, composeFor } from '../../compose/compose.ts';
import type { Cut } from '../../compose/cut.ts';
import type { MetadataDraft } from '../../draft.ts';
import type { MetadataInput } from '../../schema.ts';
import type { MetadataCheck } from '../guarantee.ts';

const MEASURED = ['title', 'description', 'caption', 'hashtags', 'tags', 'cut'] as const;
type LimitName = `${PlatformId}_${(typeof MEASURED)[number]}`;

/** What each platform gets keeps its limits, each in its own unit; what code took away for that is told. */
export const platformLimitsCheck: MetadataCheck<LimitName> = {
  names: platformIds.flatMap((id) => MEASURED.map((what) => `${id}_${what}` as const)),
  measure: (draft, input) => input.platforms.flatMap((id) => findingsFor(id, draft, input)),
};

function findingsFor(id: PlatformId, draft: MetadataDraft, input: MetadataInput): Finding<LimitName>[] {
  const platform = platformOf(id);
  const { metadata, cuts } = composeFor(id, draft, input);
  const { title = '', description = '', caption = '', hashtags, tags, snippet } = metadata;
  const path = `platforms.${id}`;
  const hasBody = bodyFor(platform, draft).trim() !== '';
  const texts =
    platform.kind === 'caption'
      ? limited(`${id}_caption`, hasBody ? caption : '', platform.captionLimits, `${path}.caption`)
      : [
          ...limited(`${id}_title`, title, platform.titleLimits, `${path}.title`),
          ...limited(
            `${id}_description`,
            hasBody ? description : '',
            platform.descriptionLimits,
            `${path}.description`,
          ),
        ];
  return [
    ...texts,
    within(`${id}_hashtags`, `${path}.hashtags`, {
      value: hashtags.length,
      limit: platform.hashtags.maximum,
      unit: 'hashtags',
    }),
    ...(snippet === undefined
      ? []
      : [within(`${id}_tags`, `${path}.tags`, { value: tagCost(tags), limit: TAG_BUDGET, unit: 'tag_cost' })]),
    ...cuts.map((cut) => told(`${id}_cut`, cut)),
  ];
}

function limited(name: LimitName, text: string, limits: TextLimits, path: string): Finding<LimitName>[] {
  return limits.map(({ maximum, unit }) => {
    const finding = within(name, path, { value: measure(text, unit), limit: maximum, unit });
    return text === '' ? { ...finding, ok: false, message: 'There is no text.' } : finding;
  });
}

function within(
  name: LimitName,
  path: string,
  { value, limit, unit }: Pick<Finding, 'value' | 'limit' | 'unit'> & { value: number; limit: number },
): Finding<LimitName> {
  return {
    name,
    ok: value <= limit,
    value,
    limit,
    unit,
    path,
    message: `${value} of ${limit} ${unit}.`,
    severity: 'must',
  };
}

/** Code has made it fit already; that is a finding of its own, so that nobody misses words without knowing. */
function told(name: LimitName, { path, outcome, removed }: Cut): Finding<LimitName> {
  return {
    name,
    ok: true,
    value: removed.length,
    limit: null,
    unit: 'texts',
    path,
    message: `What the platform has no room for was taken out: ${removed.join(' | ')}`,
    severity: 'report',
    outcome,
    removed,
  };
}
