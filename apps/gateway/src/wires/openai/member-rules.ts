import { accessMembers } from '../../exchange/asked/callers-access.ts';
import { mockMembers } from '../../exchange/asked/mock-controls.ts';
import { OWN_PREFIX, ownParameters, ownRequestControls } from '../../litellm/own-names.ts';
import type { MemberCheck } from './member-checks.ts';

/** Members by which a caller would choose the vendor, or speak in the gateway's name to it. */
const refusedMembers: ReadonlySet<string> = new Set(['headers', 'extra_headers', 'custom_llm_provider']);

/** What becomes of a member that is no plain part of the vendor's request. */
export interface MemberRule {
  readonly check?: MemberCheck | undefined;
  /**
   * `own`: read here at most, and never sent. `access`: the same, and only where its deployment lets callers say it.
   * `extra`: its members are members of the request.
   */
  readonly kind: 'sent' | 'refused' | 'own' | 'access' | 'extra';
}

const commonRules: ReadonlyMap<string, MemberRule> = new Map<string, MemberRule>([
  ...[...ownParameters, ...ownRequestControls, ...mockMembers].map((name) => [name, { kind: 'own' }] as const),
  ...Object.keys(accessMembers).map((name) => [name, { kind: 'access' }] as const),
  ...[...refusedMembers].map((name) => [name, { kind: 'refused' }] as const),
  ['extra_body', { kind: 'extra' }],
  ['guardrails', { kind: 'own' }],
]);

const OWN: MemberRule = { kind: 'own' };

/** What becomes of each member of a request: one look-up. */
export class MemberRules {
  readonly #rules: ReadonlyMap<string, MemberRule>;

  /** `checks` are those of the vendor's own members, by name. */
  constructor(checks: Readonly<Record<string, MemberCheck>>) {
    const sent = Object.entries(checks).map(([name, check]) => [name, { check, kind: 'sent' }] as const);
    this.#rules = new Map<string, MemberRule>([...sent, ...commonRules]);
  }

  /** Whether it is read here, and sent to nobody. */
  isOwn(member: string): boolean {
    const kind = this.of(member)?.kind;
    return kind === 'own' || kind === 'access';
  }

  /** Nothing for a name that is in no table, which mostly is the vendor's. */
  of(member: string): MemberRule | undefined {
    return this.#rules.get(member) ?? (member.startsWith(OWN_PREFIX) ? OWN : undefined);
  }
}
