import { ADMIN, allows, type Caller } from '@showrunner/access';
import { WORKSPACE_ALLOWED, workspaceName } from '@showrunner/contract';
import { ErrorTypes, invalidInput } from '@showrunner/errors';

/**
 * The caller in the workspace that `?workspace=` names: any for `admin`, its own for everybody.
 *
 * @throws ApiError 422 for what is no name of one, 403 for another's
 */
export function inWorkspace(caller: Caller, query: unknown): Caller {
  const { workspace } = query as { readonly workspace?: unknown };
  if (workspace === undefined || workspace === caller.workspace) return caller;
  const named = workspaceName.safeParse(workspace);
  if (!named.success) {
    const reason = Array.isArray(workspace) ? 'is given twice' : 'is no name of a workspace';
    throw invalidInput([{ path: 'workspace', reason, allowed: WORKSPACE_ALLOWED }]);
  }
  if (!allows(caller.scopes, ADMIN)) {
    throw ErrorTypes.FORBIDDEN('Only an administrator may look into another workspace.', { scope: ADMIN });
  }
  return { ...caller, workspace: named.data };
}
