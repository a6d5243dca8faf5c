export type { ApiDescription, ApiExamples, ErrorDescription, OperationExample } from './openapi/api-description.ts';
export { openApiDocument } from './openapi/document.ts';
export { inOpenApi30 } from './openapi/dialect-3-0.ts';
export { bodySchemaOf, schemaOf } from './openapi/schemas.ts';
export { fillPath, pathNames, pathsOf, type PathMembers } from './path.ts';
export type {
  EnvelopeAnswer,
  JsonAnswer,
  Route,
  RouteAnswer,
  RouteBody,
  RouteError,
  RouteTable,
  TextAnswer,
} from './route.ts';
