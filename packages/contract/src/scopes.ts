import { operations } from '@showrunner/recipes';
import { z } from 'zod';

/** All that a key can be allowed: a recipe each, all of them, and what else there is to do. */
export const scopes: readonly string[] = [
  ...operations.map(({ name }) => `generate:${name}`),
  'generate:*',
  'jobs:read',
  'jobs:write',
  'export',
  'presets',
  'usage:read',
  'webhooks',
  'admin',
];

export const scope = z.enum(scopes as [string, ...string[]]);
