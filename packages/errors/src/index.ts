export { ApiError, ErrorTypes, type ApiErrorOptions, type ErrorDetails, type ErrorEnvelope } from './api-error.ts';
export { errorCatalogue, errorCodes, type ErrorCode, type ErrorDefinition } from './catalogue.ts';
export { successResponse, type SuccessEnvelope } from './success-response.ts';
