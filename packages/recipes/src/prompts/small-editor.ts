import { shortMaterialRule } from './material-rule.ts';
import type { SystemPrompt } from './prompt.ts';

/**
 * Who writes what stands around a video on a small model, for thumbnails as for metadata: word for word the same, so
 * that its evaluation is reused when the second recipe asks.
 */
export const smallEditor: SystemPrompt = {
  version: '2026-11-29.3',
  opening: [
    {
      rule: 'You write the short plain texts around a video. Answer with what is asked only.',
      why: 'Without "only" a small model explains its title.',
    },
    shortMaterialRule,
  ],
  sections: [],
};
