import { platformOf } from '../../../platforms/platforms.ts';
import { voiceOf } from '../../draft.ts';
import { scriptSeconds } from '../../timing.ts';
import { tenth } from '../../tolerance.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** The platform takes a video of this length. Who asks for a longer one gets it, and is told. */
export const platformLengthCheck: ScriptCheck<'platform_length'> = {
  names: ['platform_length'],
  measure(draft, input) {
    const { name, longest } = platformOf(input.platform);
    if (longest === undefined) return [];
    const seconds = Math.max(input.duration, tenth(scriptSeconds(draft.scenes, voiceOf(input))));
    return [
      {
        name: 'platform_length',
        ok: seconds <= longest.seconds,
        value: seconds,
        limit: longest.seconds,
        unit: 'seconds',
        message: `${name} takes videos of at most ${longest.seconds} s (${longest.source}); this one lasts ${seconds} s.`,
        severity: 'report',
      },
    ];
  },
};
