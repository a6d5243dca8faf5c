import { isNothing, subjectDescription } from '../../stand-ins.ts';
import { description, metadataGuarantee } from '../guarantee.ts';
import { platformLimitsCheck } from './check.ts';

/**
 * Lengths are fitted by code where the texts are put together; a description that is not there is asked for, and in the
 * end what the video says first stands in for it.
 */
export const platformLimitsGuarantee = metadataGuarantee(platformLimitsCheck, {
  parts: (failed) => failed.filter(({ name }) => /_(?:description|caption)$/.test(name)).map(description),
  settle: {
    outcome: 'replaced',
    apply: (draft, _failed, input) =>
      isNothing(draft) || draft.description !== ''
        ? draft
        : { ...draft, description: subjectDescription(draft, input) },
  },
});
