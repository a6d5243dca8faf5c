import { isMapping } from '../../../json/mapping.ts';
import type { Section } from '../../reading/section.ts';

/** Headers that name customers; where a mapping names one, `user_header_name` counts no longer, as in LiteLLM. */
export function readCustomerHeaders(general: Section): readonly string[] {
  const { user_header_mappings: written } = general.values;
  const mappings = written === undefined || written === null ? [] : [written].flat();
  const mapped = mappings.flatMap((mapping, index) => {
    const { header_name: name, litellm_user_role: role } = isMapping(mapping) ? mapping : {};
    const at = `${general.at('user_header_mappings')}[${index}]`;
    if (typeof name !== 'string' || name === '' || typeof role !== 'string') {
      general.findings.error(
        at,
        'is no header with a role',
        'write header_name: X-Customer and litellm_user_role: customer',
      );
      return [];
    }
    if (role.toLowerCase() === 'customer') return [name.toLowerCase()];
    general.findings.warning(
      at,
      `the role ${role.slice(0, 100)} is not acted on: no header makes a caller another user`,
      'give each user a key of their own',
    );
    return [];
  });
  const single = general.text('user_header_name')?.trim().toLowerCase() ?? '';
  return mapped.length > 0 || single === '' ? mapped : [single];
}
