import { errorCodes, type ErrorCode } from '@showrunner/errors';
import { z } from 'zod';

/** ISO 8601. */
export const timestamp = z.iso.datetime();

const issue = z.object({
  path: z.string().describe('Where in the body: `scenes[0].narration`; empty for the body as a whole.'),
  reason: z.string(),
  allowed: z.string().nullable(),
});

const errorCode = z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]);

const errorDetails = z
  .looseObject({ issues: z.array(issue).optional() })
  .describe('What helps to fix it; for bad input, one issue for each thing that is wrong.');

/** The answer to everything that went wrong. */
export const errorEnvelope = z.object({
  error: z.object({
    code: errorCode,
    message: z.string(),
    statusCode: z.int(),
    timestamp,
    details: errorDetails,
  }),
});

/** The same as RFC 9457 problem details, for callers that accept `application/problem+json`. */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  code: errorCode,
  timestamp,
  details: errorDetails,
});

/** The answer to everything that went well. */
export function successEnvelope<Data extends z.ZodType, Meta extends z.ZodType>(data: Data, meta: Meta) {
  return z.object({ success: z.literal(true), message: z.string(), data, meta, timestamp });
}
