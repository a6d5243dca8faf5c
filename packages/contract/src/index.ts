export {
  batch,
  batchInput,
  batchItemInput,
  batchSummary,
  type BatchCounts,
  type BatchInput,
  type BatchSummaryView,
  type BatchView,
} from './batch.ts';
export { recipe, servedModel, type RecipeView, type ServedModel } from './catalogue.ts';
export { errorEnvelope, problemDetails, successEnvelope } from './envelopes.ts';
export { estimate, estimateMeta, type Estimate, type EstimateMeta } from './estimate.ts';
export { exportedFile, exportInput, exportMeta, exportQuery, jobExportQuery, type ExportedFileView } from './export.ts';
export { generationOptions, optionsOf, revisionOptions, type GenerationOptions } from './generation-options.ts';
export {
  job,
  jobChanges,
  jobsQuery,
  jobSummary,
  type Job,
  type JobsQuery,
  type JobState,
  type JobSummary,
} from './job.ts';
export {
  apiKey,
  ignoredMeta,
  keyChanges,
  keyInput,
  newKey,
  WORKSPACE_ALLOWED,
  workspaceName,
  type ApiKeyView,
  type KeyChanges,
  type KeyInput,
  type KeyLimits,
} from './key.ts';
export { checkFigures, generationMeta, type GenerationMeta } from './meta.ts';
export { openApiDocument, type OpenApiOptions } from './openapi.ts';
export { pageMeta, pageQuery, type PageMeta, type PageQuery } from './page.ts';
export { period, refuseBackwards } from './period.ts';
export { recipeView } from './recipe-view.ts';
export { batchRoutes } from './routes/batches.ts';
export { catalogueRoutes } from './routes/catalogue.ts';
export { estimateRoutes, estimateRoutesOf, type EstimateRoute, type EstimateRoutes } from './routes/estimates.ts';
export { exportRoutes } from './routes/exports.ts';
export {
  generateRoutes,
  generateRoutesOf,
  typeNameOf,
  type GenerateRoute,
  type GenerateRoutes,
} from './routes/generate.ts';
export { healthRoutes } from './routes/health.ts';
export { jobEventRoutes, jobRoutes } from './routes/jobs.ts';
export { keyRoutes } from './routes/keys.ts';
export { mcpRoutes } from './routes/mcp.ts';
export { referenceRoutes } from './routes/reference.ts';
export { routes } from './routes/routes.ts';
export { usageRoutes } from './routes/usage.ts';
export { brandVoiceRoutes, presetRoutes } from './routes/library.ts';
export {
  brandVoiceChanges,
  brandVoiceInput,
  preset,
  presetChanges,
  presetInput,
  storedBrandVoice,
  type BrandVoiceInput,
  type BrandVoiceView,
  type PresetInput,
  type PresetView,
} from './library.ts';
export { scopes } from './scopes.ts';
export { usage, usageQuery, type UsageBy, type UsageQuery, type UsageView } from './usage.ts';
export { webhookRoutes } from './routes/webhooks.ts';
export {
  deliveriesQuery,
  webhookDelivery,
  webhookSecret,
  webhookTest,
  type AttemptCause,
  type AttemptOutcome,
  type DeliveriesQuery,
  type DeliveryState,
  type WebhookDelivery,
  type WebhookSecretView,
  type WebhookType,
} from './webhook.ts';
