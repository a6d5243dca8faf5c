import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { ignoredMeta } from '../key.ts';
import {
  brandVoiceChanges,
  brandVoiceInput,
  preset,
  presetChanges,
  presetInput,
  storedBrandVoice,
} from '../library.ts';
import { pageMeta, pageQuery } from '../page.ts';

const common = { tag: 'Library', scope: 'presets' } as const;

/** What a workspace's requests are filled in with. */
export const presetRoutes = {
  listPresets: {
    ...common,
    method: 'get',
    path: '/presets',
    summary: 'List the presets of the workspace, newest first',
    query: pageQuery,
    answer: { kind: 'envelope', name: 'Presets', data: z.array(preset), meta: pageMeta },
    errors: ['VALIDATION_ERROR'],
    sdk: 'presets.list',
  },
  createPreset: {
    ...common,
    method: 'post',
    path: '/presets',
    summary: 'Keep members of a body, to fill in what later requests leave out',
    body: {
      name: 'PresetInput',
      schemas: [presetInput],
      example: { name: 'Weekly short', recipe: 'script', input: { platform: 'shorts', duration: 45, tone: 'dry' } },
    },
    answer: { kind: 'envelope', name: 'Preset', data: preset, meta: ignoredMeta, status: 201 },
    once: true,
    errors: ['VALIDATION_ERROR'],
    sdk: 'presets.create',
  },
  getPreset: {
    ...common,
    method: 'get',
    path: '/presets/{id}',
    summary: 'Read one preset',
    answer: { kind: 'envelope', name: 'Preset', data: preset },
    errors: ['NOT_FOUND'],
    sdk: 'presets.get',
  },
  changePreset: {
    ...common,
    method: 'patch',
    path: '/presets/{id}',
    summary: 'Change a preset: members that are given take the place of its own',
    body: { name: 'PresetChanges', schemas: [presetChanges], example: { name: 'Weekly reel' } },
    answer: { kind: 'envelope', name: 'Preset', data: preset, meta: ignoredMeta },
    errors: ['NOT_FOUND', 'VALIDATION_ERROR'],
    sdk: 'presets.change',
  },
  deletePreset: {
    ...common,
    method: 'delete',
    path: '/presets/{id}',
    summary: 'Remove a preset',
    answer: { kind: 'nothing' },
    errors: ['NOT_FOUND'],
    sdk: 'presets.delete',
  },
} as const satisfies RouteTable;

/** The voices that a workspace's scripts are written in. */
export const brandVoiceRoutes = {
  listBrandVoices: {
    ...common,
    method: 'get',
    path: '/brand-voices',
    summary: 'List the brand voices of the workspace, newest first',
    query: pageQuery,
    answer: { kind: 'envelope', name: 'BrandVoices', data: z.array(storedBrandVoice), meta: pageMeta },
    errors: ['VALIDATION_ERROR'],
    sdk: 'brandVoices.list',
  },
  createBrandVoice: {
    ...common,
    method: 'post',
    path: '/brand-voices',
    summary: 'Keep a brand voice, whose id `brand_voice` in a request takes',
    body: {
      name: 'BrandVoiceInput',
      schemas: [brandVoiceInput],
      example: {
        name: 'Kitchen channel',
        description: 'A patient cook who likes numbers.',
        banned_words: ['delve'],
        pace_by_language: { en: { units: 170, seconds: 60 } },
      },
    },
    answer: { kind: 'envelope', name: 'BrandVoice', data: storedBrandVoice, meta: ignoredMeta, status: 201 },
    once: true,
    errors: ['VALIDATION_ERROR'],
    sdk: 'brandVoices.create',
  },
  getBrandVoice: {
    ...common,
    method: 'get',
    path: '/brand-voices/{id}',
    summary: 'Read one brand voice',
    answer: { kind: 'envelope', name: 'BrandVoice', data: storedBrandVoice },
    errors: ['NOT_FOUND'],
    sdk: 'brandVoices.get',
  },
  changeBrandVoice: {
    ...common,
    method: 'patch',
    path: '/brand-voices/{id}',
    summary: 'Change a brand voice: members that are given take the place of its own',
    body: { name: 'BrandVoiceChanges', schemas: [brandVoiceChanges], example: { banned_words: ['delve', 'unlock'] } },
    answer: { kind: 'envelope', name: 'BrandVoice', data: storedBrandVoice, meta: ignoredMeta },
    errors: ['NOT_FOUND', 'VALIDATION_ERROR'],
    sdk: 'brandVoices.change',
  },
  deleteBrandVoice: {
    ...common,
    method: 'delete',
    path: '/brand-voices/{id}',
    summary: 'Remove a brand voice',
    answer: { kind: 'nothing' },
    errors: ['NOT_FOUND'],
    sdk: 'brandVoices.delete',
  },
} as const satisfies RouteTable;
