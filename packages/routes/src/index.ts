export type { ApiDescription, ErrorDescription } from './api-description.ts';
export { bodySchemaOf, openApiDocument, schemaOf } from './openapi.ts';
export { fillPath, pathNames, pathsOf, type PathMembers } from './path.ts';
export type { EnvelopeAnswer, JsonAnswer, Route, RouteAnswer, RouteBody, RouteTable, TextAnswer } from './route.ts';
