import type { RouteTable } from '@showrunner/routes';
import { batchRoutes } from './batches.ts';
import { catalogueRoutes } from './catalogue.ts';
import { estimateRoutes } from './estimates.ts';
import { exportRoutes } from './exports.ts';
import { generateRoutes } from './generate.ts';
import { healthRoutes } from './health.ts';
import { jobEventRoutes, jobRoutes } from './jobs.ts';
import { keyRoutes } from './keys.ts';
import { brandVoiceRoutes, presetRoutes } from './library.ts';
import { usageRoutes } from './usage.ts';
import { webhookRoutes } from './webhooks.ts';

/** What the routes of each tag are for. */
export const tags: Readonly<Record<string, string>> = {
  Generate: 'What is written: scripts, thumbnail prompts, metadata, and all of it for one topic.',
  Estimate: 'What a request would ask and cost, before it is sent.',
  Catalogue: 'What there is to ask for, and the models that answer.',
  Jobs: 'Work that goes on without its caller, and the history of what was written.',
  Batches: 'Many requests as one.',
  Exports: 'Scripts as files for editors, teleprompters, voices and video makers.',
  Library: 'Presets and brand voices that a workspace shares.',
  Keys: 'Who may do what, and how much.',
  Usage: 'What was used: tokens, cost and generations.',
  Webhooks: "Calls to others' servers when work ends.",
  Health: 'How the server is.',
};

/** Every route of the content API. To add a tag, add its file beside this one and its line here. */
export const routes: RouteTable = {
  ...generateRoutes,
  ...estimateRoutes,
  ...catalogueRoutes,
  ...jobEventRoutes,
  ...jobRoutes,
  ...batchRoutes,
  ...exportRoutes,
  ...presetRoutes,
  ...brandVoiceRoutes,
  ...keyRoutes,
  ...usageRoutes,
  ...webhookRoutes,
  ...healthRoutes,
};
