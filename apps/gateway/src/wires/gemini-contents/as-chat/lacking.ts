import { badRequest, type GatewayError } from '../../../failure/gateway-error.ts';

/** A 400 for what this model's provider does not have, by the name under which Google has it. */
export function lacking(name: string, reason: string): GatewayError {
  return badRequest(`${name} has no counterpart at this model's provider: ${reason}`, name);
}
