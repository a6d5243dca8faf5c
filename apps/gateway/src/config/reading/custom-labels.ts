import { metricLabels, type LabelName } from '../../litellm/metric-labels.ts';
import type { Section } from './section.ts';

/** A label of an operator's own: something that is noted of a request, or whether it has a tag. */
export type CustomLabel =
  | { readonly kind: 'noted'; readonly label: LabelName; readonly path: readonly string[] }
  | { readonly kind: 'tag'; readonly label: LabelName; readonly tag: string };

/** Ours: each tells every series of a request apart once more. */
const MOST_LABELS = 20;

const builtIn: ReadonlySet<string> = new Set(Object.values(metricLabels).flat());

/**
 * `custom_prometheus_metadata_labels` and `custom_prometheus_tags`, under the names that LiteLLM gives them. One that
 * would have the name of another is a warning: the first holds.
 */
export function readCustomLabels(litellm: Section): readonly CustomLabel[] {
  const noted = (litellm.texts('custom_prometheus_metadata_labels') ?? []).map((name): CustomLabel => {
    const path = name.replace(/^metadata\./, '').split('.');
    return { kind: 'noted', label: labelName(name), path };
  });
  const tags = (litellm.texts('custom_prometheus_tags') ?? []).map((tag): CustomLabel => ({
    kind: 'tag',
    label: labelName(`tag_${tag}`),
    tag,
  }));
  const labels = new Map<string, CustomLabel>();
  for (const one of [...noted, ...tags]) {
    const key = one.kind === 'tag' ? 'custom_prometheus_tags' : 'custom_prometheus_metadata_labels';
    if (labels.has(one.label) || builtIn.has(one.label)) {
      litellm.findings.warning(litellm.at(key), `"${one.label}" is a label already`, 'choose another name');
    } else if (labels.size >= MOST_LABELS) {
      litellm.findings.warning(litellm.at(key), `"${one.label}" is one too many of ${MOST_LABELS}`, 'leave some out');
    } else labels.set(one.label, one);
  }
  return [...labels.values()];
}

/** As LiteLLM makes a text a name that Prometheus takes (`sanitize_prometheus_label_name`, 1.108.7). */
function labelName(text: string): LabelName {
  const name = text.replaceAll(/[^a-zA-Z0-9_]/g, '_');
  return (/^[a-zA-Z_]/.test(name) ? name : `_${name}`) as LabelName;
}
