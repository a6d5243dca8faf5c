import type { FormRequest } from '../../exchange/asked/uploaded-form.ts';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest, GatewayError } from '../../failure/gateway-error.ts';
import { isTrueOrFalse, type MemberCheck } from './member-checks.ts';
import { MemberRules } from './member-rules.ts';
import { readMembers } from './read-members.ts';

/** What goes to no vendor beside what is the gateway's own. */
const KEPT = 'metadata';

/** Without which no vendor knows what to do. */
interface Required {
  readonly fields?: readonly string[];
  readonly file?: string;
}

/** How a form's fields are read. */
export class FormRules {
  readonly #rules: MemberRules;
  readonly #required: Required;

  constructor(checks: Readonly<Record<string, MemberCheck>>, required: Required = {}) {
    this.#rules = new MemberRules({ stream: isTrueOrFalse, ...checks });
    this.#required = required;
  }

  /** Reads the fields that are known. Throws a 400 that names the member. */
  read(body: unknown): AskedRequest<FormRequest> {
    const { request, controls } = readMembers(body, this.#rules);
    const form = request as FormRequest;
    // What comes behind a long file is not known yet.
    if (form.form.digest !== undefined) this.#demand(form);
    return { request: form, controls };
  }

  #demand(request: FormRequest): void {
    const { fields = [], file } = this.#required;
    for (const member of fields) {
      if ((request[member] ?? '') === '') throw badRequest(`${member} is required`, member);
    }
    if (file === undefined || request.form.fileNames.includes(file)) return;
    // LiteLLM's status for it, which its framework gives.
    throw new GatewayError({
      status: 422,
      type: 'invalid_request_error',
      message: `${file} is required and must be a file`,
      param: file,
    });
  }

  isSent(field: string): boolean {
    const kind = this.#rules.of(field)?.kind ?? 'sent';
    return kind === 'sent' && field !== KEPT;
  }
}
