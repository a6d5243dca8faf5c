import { hash } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import {
  brandVoiceInput,
  presetInput,
  type BrandVoiceInput,
  type BrandVoiceView,
  type PresetInput,
  type PresetView,
  brandVoiceRoutes,
  presetRoutes,
} from '@showrunner/contract';
import { ErrorTypes } from '@showrunner/errors';
import { operations } from '@showrunner/recipes';
import type { Handlers } from '@showrunner/service';
import { checkPreset } from '../drive/compose/check-preset.ts';
import type { Item, Library } from '../library/library.ts';

import { objectBody } from './body/json-body.ts';
import type { Once } from './idempotency/once.ts';
import { pageOf } from './pages-of-lists.ts';
import { readBody, readMembers } from './body/read-body.ts';

/** What a workspace's requests are filled in with. */
export function presetHandlers(library: Library, once: Once): Handlers<typeof presetRoutes, Caller> {
  const { presets } = library;
  const check = (preset: PresetInput, { workspace }: Caller) => checkPreset(preset, { operations, workspace, library });
  return {
    async listPresets({ caller: { workspace }, query }) {
      const { rows, meta } = await pageOf(listName('presets', workspace), query, (page) =>
        presets.list(workspace, page),
      );
      return { data: rows.map(presetView), message: 'Presets, newest first.', meta };
    },
    createPreset: (call) =>
      once.made(presetRoutes.createPreset, call, async (keep) => {
        const { caller, request } = call;
        const { value, ignored } = readBody(presetInput, request);
        const unknown = [...ignored, ...(await check(value, caller))];
        const made = (item: Item<PresetInput>) => ({
          data: presetView(item),
          message: 'Preset made.',
          meta: { ignored: unknown },
        });
        return made(await presets.add(caller.workspace, value, (item) => keep(made(item))));
      }),
    async getPreset({ caller, path }) {
      return {
        data: presetView(existing(await presets.find(caller.workspace, path.id), 'preset', path.id)),
        message: 'Preset found.',
      };
    },
    async changePreset({ caller, path, request }) {
      const kept = existing(await presets.find(caller.workspace, path.id), 'preset', path.id);
      const { value, ignored } = readMembers(presetInput, { ...kept.content, ...objectBody(request) });
      const unknown = [...ignored, ...(await check(value, caller))];
      const changed = existing(await presets.change(caller.workspace, path.id, value), 'preset', path.id);
      return { data: presetView(changed), message: 'Preset changed.', meta: { ignored: unknown } };
    },
    async deletePreset({ caller, path }) {
      existing((await presets.remove(caller.workspace, path.id)) || undefined, 'preset', path.id);
      return undefined;
    },
  };
}

/** The voices that a workspace's scripts are written in. */
export function brandVoiceHandlers({ voices }: Library, once: Once): Handlers<typeof brandVoiceRoutes, Caller> {
  return {
    async listBrandVoices({ caller: { workspace }, query }) {
      const { rows, meta } = await pageOf(listName('voices', workspace), query, (page) => voices.list(workspace, page));
      return { data: rows.map(voiceView), message: 'Brand voices, newest first.', meta };
    },
    createBrandVoice: (call) =>
      once.made(brandVoiceRoutes.createBrandVoice, call, async (keep) => {
        const { caller, request } = call;
        const { value, ignored } = readBody(brandVoiceInput, request);
        const made = (item: Item<BrandVoiceInput>) => ({
          data: voiceView(item),
          message: 'Brand voice made.',
          meta: { ignored },
        });
        return made(await voices.add(caller.workspace, value, (item) => keep(made(item))));
      }),
    async getBrandVoice({ caller, path }) {
      return {
        data: voiceView(existing(await voices.find(caller.workspace, path.id), 'brand voice', path.id)),
        message: 'Brand voice found.',
      };
    },
    async changeBrandVoice({ caller, path, request }) {
      const kept = existing(await voices.find(caller.workspace, path.id), 'brand voice', path.id);
      const { value, ignored } = readMembers(brandVoiceInput, { ...kept.content, ...objectBody(request) });
      const changed = existing(await voices.change(caller.workspace, path.id, value), 'brand voice', path.id);
      return { data: voiceView(changed), message: 'Brand voice changed.', meta: { ignored } };
    },
    async deleteBrandVoice({ caller, path }) {
      existing((await voices.remove(caller.workspace, path.id)) || undefined, 'brand voice', path.id);
      return undefined;
    },
  };
}

/** A cursor belongs to whose list it is. */
function listName(list: string, workspace: string): string {
  return `${list}-${hash('sha256', workspace, 'base64url').slice(0, 12)}`;
}

function existing<Found>(found: Found | undefined, what: string, id: string): Found {
  if (found !== undefined) return found;
  const shown = id.slice(0, 80);
  throw ErrorTypes.NOT_FOUND(`There is no ${what} with the id "${shown}".`, { id: shown });
}

function presetView({ id, content, createdAt, changedAt }: Item<PresetInput>): PresetView {
  return { id, ...content, created_at: createdAt, changed_at: changedAt };
}

function voiceView({ id, content, createdAt, changedAt }: Item<BrandVoiceInput>): BrandVoiceView {
  return { id, ...content, created_at: createdAt, changed_at: changedAt };
}
