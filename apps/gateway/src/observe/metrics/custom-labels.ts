import type { CustomLabel } from '../../config/reading/custom-labels.ts';
import type { Question } from '../../exchange/record/record.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { callerMetadata } from '../callbacks/caller-metadata.ts';
import { keyMetadata } from '../callbacks/noted-facts.ts';
import { NOTHING, written, type LabelValues } from './label-values.ts';

/** What an operator's own labels say of a request. */
export interface CustomValues {
  /** All of them together, by which figures are told apart. */
  readonly text: string;
  readonly labels: LabelValues;
}

/** What LiteLLM has of a caller beside what is noted of it; nobody's word in a request counts for it. */
const OF_CALLER = /^user_api_key_/;

/** Labels of an operator's own, as they are filled from requests (LiteLLM's `integrations/prometheus.py`, 1.108.7). */
export class CustomLabels {
  readonly #labels: readonly (readonly [CustomLabel, RegExp | undefined])[];

  constructor(labels: readonly CustomLabel[]) {
    this.#labels = labels.map((one) => [one, one.kind === 'tag' ? patternOf(one.tag) : undefined]);
  }

  /** @param noted what the request notes of itself: its `metadata`, or `litellm_metadata` */
  of(question: Pick<Question, 'caller' | 'tags' | 'userAgent'>, noted: Mapping | undefined): CustomValues {
    const { caller, userAgent } = question;
    const spendNotes = isMapping(noted?.spend_logs_metadata) ? noted.spend_logs_metadata : {};
    const all: Mapping = { ...noted, ...keyMetadata(caller), ...spendNotes };
    const tags = userAgent === undefined ? question.tags : [...question.tags, ...agentTags(userAgent)];
    const labels = Object.fromEntries(
      this.#labels.map(([one, pattern]) => {
        if (one.kind === 'noted') return [one.label, valueAt(one.path, all, caller)];
        const isThere = tags.some((tag) => tag === one.tag || pattern?.test(tag) === true);
        return [one.label, isThere ? 'true' : 'false'];
      }),
    );
    return { text: Object.values(labels).join('\n'), labels };
  }
}

function valueAt(path: readonly string[], noted: Mapping, caller: Question['caller']): string {
  const [first = ''] = path;
  let value: unknown = OF_CALLER.test(first) ? callerMetadata(caller) : noted;
  for (const name of path) value = isMapping(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return typeof value === 'string' ? written(value) : NOTHING;
}

/** LiteLLM's tags of who asks: `User-Agent: curl` and `User-Agent: curl/8.5.0`. */
function agentTags(agent: string): readonly string[] {
  return [`User-Agent: ${agent.split('/', 1)[0]}`, `User-Agent: ${agent}`];
}

/** A star stands for whatever is there. */
function patternOf(tag: string): RegExp | undefined {
  if (!tag.includes('*')) return undefined;
  return new RegExp(
    `^${tag
      .split('*')
      .map((part) => RegExp.escape(part))
      .join('.*')}`,
    's',
  );
}
