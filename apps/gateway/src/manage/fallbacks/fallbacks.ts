import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { badRequest } from '../../failure/gateway-error.ts';
import { nameOfTarget } from '../../exchange/fallbacks.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { mappingIn } from '../../keys/settings.ts';
import type { Gateway } from '../../serving/gateway.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';
import { sealedSettings, unsealed } from '../../stored/secrets/sealed-entities.ts';
import { checkSeesEverything } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { kept, readChoice, readText, readTexts } from '../read-members.ts';
import { notFound } from '../refusals.ts';
import { checkMayStore } from '../models/stored-models.ts';
import { storedPorts, type StoredPorts } from '../models/stored-ports.ts';

/** LiteLLM's kinds of fallbacks, and where each stands in `router_settings` (`fallback_management_endpoints.py`, 1.108.7). */
const KEYS = {
  general: 'fallbacks',
  context_window: 'context_window_fallbacks',
  content_policy: 'content_policy_fallbacks',
} as const;
type FallbackType = keyof typeof KEYS;
const TYPES = Object.keys(KEYS) as [FallbackType, ...FallbackType[]];

const fallback = z.looseObject({ model: z.string(), fallback_type: z.string() });
const ofModel = {
  path: '/fallback/{model}',
  tag: 'Stored models',
  query: z.object({ fallback_type: z.enum(TYPES, `must be ${TYPES.join(', ')}`).default('general') }),
  answer: { kind: 'json', name: 'Fallback', schema: fallback },
  errors: ['NOT_FOUND'],
} as const;

/** Which models stand in for one; kept beside the file, in the stored `router_settings`. */
export const fallbackRoutes = {
  setFallback: {
    method: 'post',
    path: '/fallback',
    tag: 'Stored models',
    scope: 'models:write',
    summary: 'Say which models stand in for one that fails',
    answer: ofModel.answer,
    errors: ['NOT_FOUND'],
  },
  getFallback: {
    ...ofModel,
    method: 'get',
    scope: 'access_groups:read',
    summary: 'Read which models stand in for one',
  },
  removeFallback: {
    ...ofModel,
    method: 'delete',
    scope: 'models:write',
    summary: 'Have none stand in for one',
  },
} as const satisfies RouteTable;

/** What the configuration has of them beside what is stored. */
export interface FallbackPorts extends StoredPorts {
  /** Whether the file says itself what a member of `router_settings` is: what is stored does not count then. */
  readonly isRoutingOfFile: (member: string) => boolean;
  /** Which models stand in for one now, wherever that is written. */
  readonly fallbacksOf: (model: string, type: FallbackType) => readonly string[];
}

const SETTING = { kind: 'setting', id: 'router_settings' } as const;

export function fallbackPorts(gateway: Gateway): FallbackPorts {
  return {
    ...storedPorts(gateway),
    isRoutingOfFile(member) {
      const { values } = gateway.current.config.written;
      // What stands there in older files would be set aside by what is stored.
      return ['router_settings', 'litellm_settings'].some((name) => Object.hasOwn(mappingIn(values, name), member));
    },
    fallbacksOf(model, type) {
      const { fallbacks, contextWindowFallbacks, contentPolicyFallbacks } = gateway.current.config.routing;
      const tables = {
        general: fallbacks,
        context_window: contextWindowFallbacks,
        content_policy: contentPolicyFallbacks,
      };
      return (tables[type]?.get(model) ?? []).map(nameOfTarget);
    },
  };
}

export function fallbackHandlers(ports: FallbackPorts): Handlers<typeof fallbackRoutes, Caller> {
  return {
    async setFallback({ request, caller }) {
      checkMayStore(ports, caller);
      const read = readMembers(request.body, {
        model: kept('request', readText),
        fallback_models: kept('request', readTexts),
        fallback_type: kept('request', readChoice(TYPES)),
      });
      const { model, fallback_models: written } = read;
      const type = (read.fallback_type ?? 'general') as FallbackType;
      const models = checkModels(ports, model, written);
      const isNew = await write(ports, caller, type, (rules) => {
        const others = rules.filter((rule) => !covers(rule, models.model));
        return { rules: [...others, { [models.model]: models.standIns }], changed: others.length === rules.length };
      });
      return {
        model: models.model,
        fallback_models: models.standIns,
        fallback_type: type,
        message: `Fallback configuration ${isNew ? 'created' : 'updated'} successfully`,
      };
    },
    getFallback({ path: { model }, query: { fallback_type: type }, caller }) {
      checkSeesEverything(caller);
      const found = ports.fallbacksOf(model, type);
      if (found.length === 0) throw noFallback(model, type);
      return { model, fallback_models: found, fallback_type: type };
    },
    async removeFallback({ path: { model }, query: { fallback_type: type }, caller }) {
      checkMayStore(ports, caller);
      await write(ports, caller, type, (rules) => {
        const others = rules.filter((rule) => !covers(rule, model));
        if (others.length === rules.length) throw noFallback(model, type);
        return { rules: others, changed: true };
      });
      return { model, fallback_type: type, message: 'Fallback configuration deleted successfully' };
    },
  };
}

function checkModels(ports: StoredPorts, model: unknown, written: unknown) {
  if (typeof model !== 'string') throw badRequest('model must name a model', 'model');
  const standIns = Array.isArray(written) ? (written as readonly string[]) : [];
  if (standIns.length === 0) throw badRequest('fallback_models must name at least one model', 'fallback_models');
  if (!ports.describe(model)) throw notFound(`Model '${model.slice(0, 200)}' not found in router`, 'model');
  const unknown = standIns.find((one) => !ports.describe(one));
  if (unknown !== undefined) {
    throw badRequest(`Invalid fallback models: nobody serves ${unknown.slice(0, 200)}`, 'fallback_models');
  }
  if (standIns.includes(model)) throw badRequest(`Model '${model}' cannot be its own fallback`, 'fallback_models');
  return { model, standIns };
}

interface WrittenRules {
  readonly rules: readonly unknown[];
  readonly changed: boolean;
}

/** Writes the rules of one kind, as they are now. Throws a 400 where the file has them: what is stored would not count. */
async function write(
  ports: FallbackPorts,
  caller: Caller,
  type: FallbackType,
  change: (rules: readonly unknown[]) => WrittenRules,
): Promise<boolean> {
  const key = KEYS[type];
  if (ports.isRoutingOfFile(key)) {
    throw badRequest(`router_settings.${key} stands in the configuration file: change it there`, 'fallback_type');
  }
  const { changed } = await ports.entities.change(async (writer) => {
    const present = await writer.find(SETTING);
    const opened = present ? unsealed(ports.secrets.box, present) : {};
    const settings: Mapping = isMapping(opened) ? opened : {};
    const written = change(rulesIn(settings[key]));
    await keep(writer, sealedSettings(ports.secrets.box, SETTING, { ...settings, [key]: written.rules }), caller);
    return written;
  });
  await ports.serve();
  return changed;
}

async function keep(writer: EntityWriter, settings: Mapping, caller: Caller): Promise<void> {
  const present = await writer.find(SETTING);
  if (present) await writer.update(present, { settings, updatedBy: actorOf(caller) });
  else await writer.add({ ...SETTING, createdBy: actorOf(caller), settings });
}

/** Rules are a list of mappings, or one mapping. */
function rulesIn(written: unknown): readonly unknown[] {
  if (Array.isArray(written)) return written;
  return isMapping(written) ? Object.entries(written).map(([name, others]) => ({ [name]: others })) : [];
}

function covers(rule: unknown, model: string): boolean {
  return isMapping(rule) && Object.hasOwn(rule, model);
}

function noFallback(model: string, type: FallbackType) {
  return notFound(`No ${type} fallbacks configured for model '${model.slice(0, 200)}'`, 'model');
}
