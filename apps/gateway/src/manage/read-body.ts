import type { z } from 'zod';
import { badRequest } from '../failure/gateway-error.ts';

/** A body of this form. Throws a 400 that names the first member which is not as it must be. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') || 'request_body';
  throw badRequest(`${place} ${issue?.message}`, place);
}
