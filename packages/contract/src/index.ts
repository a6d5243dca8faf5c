export { errorEnvelope, problemDetails, successEnvelope } from './envelopes.ts';
export { generationOptions, type GenerationOptions } from './generation-options.ts';
export { job, jobsQuery, type Job, type JobsQuery, type JobState } from './job.ts';
export { checkFigures, generationMeta, type GenerationMeta } from './meta.ts';
export { openApiDocument, type OpenApiOptions } from './openapi.ts';
export { routes, typeNameOf, type Route, type RouteAnswer, type RouteBody } from './routes.ts';
