import { z } from 'zod';
import { timestamp } from './envelopes.ts';
import { scope, scopes } from './scopes.ts';

/** Of one letter or digit, or of several with more between them. */
const WORKSPACE = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}])?$/u;

/** What names of workspaces are made of, in words. */
export const WORKSPACE_ALLOWED = 'letters and digits, with ".", "_" and "-" between, at most 80 characters';

/** Whose things a key sees: letters and digits of any script, with `.`, `_` and `-` between them. */
export const workspaceName = z
  .string()
  .refine((name) => name.length <= 80 && WORKSPACE.test(name), {
    error: 'is no name of a workspace',
    params: { allowed: WORKSPACE_ALLOWED },
  })
  .meta({ maxLength: 80, pattern: WORKSPACE.source });

/** RFC 3339 with its zone. */
const instant = z
  .string()
  .refine((text) => z.iso.datetime({ offset: true }).safeParse(text).success, {
    error: 'is no instant with its time zone',
    params: { allowed: 'a time to come, such as 2027-01-01T00:00:00Z' },
  })
  .meta({ format: 'date-time' });

/** Taken by every address that needs a key. */
export const workspaceQuery = z.object({
  workspace: workspaceName.optional().describe('Whose things are meant: the key’s own, or with `admin` any.'),
});

const limits = z.object({
  requests_per_minute: z.int().min(1).max(1_000_000).nullable().describe('Requests of every kind.'),
  max_parallel: z
    .int()
    .min(1)
    .max(10_000)
    .nullable()
    .describe(
      'Generations under way at the same time: more that are waited for are refused, more jobs wait their turn.',
    ),
  daily_cost_usd: z
    .number()
    .min(0)
    .max(1_000_000)
    .nullable()
    .describe('US dollars a day, which begins at midnight UTC. A model whose price is not known is refused.'),
});
export type KeyLimits = z.output<typeof limits>;

const members = {
  name: z.string().trim().min(1).max(100).describe('For people; need not be unique.'),
  scopes: z
    .array(scope)
    .min(1)
    .max(scopes.length)
    .transform((named) => [...new Set(named)])
    .describe('What it may do.'),
  priority: z.int().min(0).max(9).describe('Which of the workspace’s queued jobs go first: 9 before 0.'),
  expires_at: instant.nullable().describe('From when it is refused; null where it is not.'),
};

const limitChanges = limits.partial();

/** A key to be made. */
export const keyInput = z.object({
  ...members,
  workspace: workspaceName.optional().describe('Whose things it sees: `default` where absent.'),
  priority: members.priority.default(5),
  limits: limitChanges.optional().describe('What is absent is not limited.'),
  expires_at: members.expires_at.optional(),
});
export type KeyInput = z.output<typeof keyInput>;

/** What of a key is to be changed. */
export const keyChanges = z.object({
  name: members.name.optional(),
  scopes: members.scopes.optional(),
  priority: members.priority.optional(),
  limits: limitChanges.optional().describe('What is absent stays; null takes a limit away.'),
  expires_at: members.expires_at.optional(),
});
export type KeyChanges = z.output<typeof keyChanges>;

/** A key as it is shown: never the secret. */
export const apiKey = z.object({
  id: z.string().describe('`key_…`: stays the same when the key is rotated.'),
  name: z.string(),
  hint: z.string().describe('The last four characters of the key.'),
  workspace: z.string(),
  scopes: z.array(z.string()).readonly(),
  priority: z.int(),
  limits,
  created_at: timestamp,
  created_by: z.string().describe('The key that made it; `administrator` for that of the configuration.'),
  rotated_at: timestamp.nullable().describe('When it got the secret that it has now.'),
  expires_at: timestamp.nullable(),
});
export type ApiKeyView = z.output<typeof apiKey>;

/** A key with its secret, which is shown this once. */
export const newKey = apiKey.extend({ key: z.string().describe('The key itself; it is shown this once.') });

/** What is said beside a key that was made or changed. */
export const ignoredMeta = z.object({
  ignored: z.array(z.string()).readonly().describe('Members of the body that nobody knows, at most fifty.'),
});

/** What becomes of the jobs of a key that is removed. */
export const keyRemoval = z.object({
  cancel_jobs: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true` cancels those that have not ended; otherwise they go on.'),
});
