import type { ProviderSettings } from '@showrunner/providers';

/** Where a request goes and as whom, as its caller says it: what a deployment may let callers say. */
export type CallersAccess = Pick<ProviderSettings, 'apiKey' | 'apiBase' | 'apiVersion' | 'organization'>;

/** The members of a request by which callers say it; `base_url` is OpenAI's own name for `api_base`. */
export const accessMembers = {
  api_key: 'apiKey',
  api_base: 'apiBase',
  base_url: 'apiBase',
  api_version: 'apiVersion',
  organization: 'organization',
} as const satisfies Readonly<Record<string, keyof CallersAccess>>;

export type AccessMember = keyof typeof accessMembers;

export function isAccessMember(name: unknown): name is AccessMember {
  return typeof name === 'string' && Object.hasOwn(accessMembers, name);
}

/** What a caller says of it. */
export interface SaidAccess {
  readonly settings: CallersAccess;
  /** The first member that says something. */
  readonly member: AccessMember;
}

/** What a deployment lets callers say. */
export interface AllowedAccess {
  /** Whatever its value is. */
  readonly members: ReadonlySet<keyof CallersAccess>;
  /** Addresses that fit one of these. */
  readonly addresses: readonly RegExp[];
}

/** Whether all of it may be said. */
export function allows({ members, addresses }: AllowedAccess, access: CallersAccess): boolean {
  return Object.entries(access).every(
    ([member, value]) =>
      members.has(member as keyof CallersAccess) ||
      (member === 'apiBase' && addresses.some((pattern) => pattern.test(value))),
  );
}
