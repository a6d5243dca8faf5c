import type { FormRequest } from '../../exchange/uploaded-form.ts';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isTrueOrFalse, type MemberCheck } from './member-checks.ts';
import { MemberRules } from './member-rules.ts';
import { readMembers } from './read-members.ts';

/** What goes to no vendor beside what is the gateway's own. */
const KEPT = 'metadata';

/** How a form's fields are read; `required` are those without which no vendor knows what to do. */
export class FormRules {
  readonly #rules: MemberRules;
  readonly #required: readonly string[];

  constructor(checks: Readonly<Record<string, MemberCheck>>, required: readonly string[] = []) {
    this.#rules = new MemberRules({ stream: isTrueOrFalse, ...checks });
    this.#required = required;
  }

  /** Reads the fields that are known. Throws a 400 that names the member. */
  read(body: unknown): AskedRequest<FormRequest> {
    const { request, controls } = readMembers(body, this.#rules);
    const form = request as FormRequest;
    for (const member of this.#required) {
      // What comes behind a long file is not known yet.
      if (form.form.digest !== undefined && (form[member] ?? '') === '')
        throw badRequest(`${member} is required`, member);
    }
    return { request: form, controls };
  }

  isSent(field: string): boolean {
    const kind = this.#rules.of(field)?.kind ?? 'sent';
    return kind === 'sent' && field !== KEPT;
  }
}
