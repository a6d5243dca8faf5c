import type { RouteTable } from '@showrunner/routes';
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

/** Every route of the content API. To add a tag, add its file beside this one and its line here. */
export const routes: RouteTable = {
  ...generateRoutes,
  ...estimateRoutes,
  ...catalogueRoutes,
  ...jobEventRoutes,
  ...jobRoutes,
  ...exportRoutes,
  ...presetRoutes,
  ...brandVoiceRoutes,
  ...keyRoutes,
  ...usageRoutes,
  ...webhookRoutes,
  ...healthRoutes,
};
