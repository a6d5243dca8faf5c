import type { TierPrice, Unit, Use } from '@showrunner/models';
import type { Exchange } from '../exchange/exchange.ts';
import { isMapping } from '../json/mapping.ts';

type Request = Exchange['request'];

/**
 * What a call is expected to use, in the dearest units in which it may be billed: of a question those of what it writes
 * into a cache and of sound, of an answer those of reasoning and of sound. The same where none is dearer.
 */
export function inDearestUnits(use: Use, { rates }: TierPrice, request: Request): Use {
  const { inputTokens, outputTokens } = use;
  const asked = inputTokens ? dearest(rates, inputUnits(rates, request)) : 'inputTokens';
  const answered = outputTokens ? dearest(rates, outputUnits(rates, request)) : 'outputTokens';
  if (asked === 'inputTokens' && answered === 'outputTokens') return use;
  const { inputTokens: _asked, outputTokens: _answered, ...others } = use;
  return { ...others, ...(inputTokens && { [asked]: inputTokens }), ...(outputTokens && { [answered]: outputTokens }) };
}

const TEXT_IN: readonly Unit[] = ['inputTokens'];
const TEXT_OUT: readonly Unit[] = ['outputTokens'];

/** The request is looked into where that may make a difference. */
function inputUnits(rates: TierPrice['rates'], request: Request): readonly Unit[] {
  const { inputTokens: text = 0, cacheWriteTokens = 0, cacheWriteHourTokens = 0, inputAudioTokens = 0 } = rates;
  if (Math.max(cacheWriteTokens, cacheWriteHourTokens, inputAudioTokens) <= text) return TEXT_IN;
  const { writesCache, writesCacheForHours, hasSound } = partsOf(request);
  return [
    'inputTokens',
    ...(writesCache ? (['cacheWriteTokens'] as const) : []),
    ...(writesCacheForHours ? (['cacheWriteHourTokens'] as const) : []),
    ...(hasSound ? (['inputAudioTokens'] as const) : []),
  ];
}

function outputUnits({ outputTokens: text = 0, ...rates }: TierPrice['rates'], request: Request): readonly Unit[] {
  const { reasoningTokens = 0, outputAudioTokens = 0 } = rates;
  if (Math.max(reasoningTokens, outputAudioTokens) <= text) return TEXT_OUT;
  const { modalities } = request;
  const speaks = Array.isArray(modalities) && modalities.includes('audio');
  return ['outputTokens', 'reasoningTokens', ...(speaks ? (['outputAudioTokens'] as const) : [])];
}

function dearest(rates: TierPrice['rates'], units: readonly Unit[]): Unit {
  return units.reduce((most, unit) => ((rates[unit] ?? 0) > (rates[most] ?? 0) ? unit : most));
}

/** What of a request is billed in other units than its text. */
function partsOf({ messages, system, tools, input, cache_control: own }: Request) {
  const found = { writesCache: false, writesCacheForHours: false, hasSound: false };
  const see = (part: unknown): void => {
    if (!isMapping(part)) return;
    const { cache_control: control, type, content } = part;
    if (control !== undefined && control !== null) {
      found.writesCache = true;
      found.writesCacheForHours ||= isMapping(control) && control.ttl === '1h';
    }
    found.hasSound ||= type === 'input_audio';
    if (Array.isArray(content)) for (const inner of content) see(inner);
  };
  see({ cache_control: own });
  for (const list of [messages, system, tools, input]) if (Array.isArray(list)) for (const part of list) see(part);
  return found;
}
