import { objectOf } from '../json-members.ts';
import { checkFigures } from './check-figures.ts';
import type { GenerationEvent } from './variant.ts';

/** The name under which an event is told. */
export function eventName(event: GenerationEvent): string {
  return event.kind === 'event' ? event.name : event.kind;
}

/** What is told with it. */
export function eventData(event: GenerationEvent): object {
  const label = event.variant === undefined ? {} : { variant: event.variant };
  switch (event.kind) {
    case 'progress':
      return { done: event.done, total: event.total, label: event.label, ...label };
    case 'event':
      return { ...objectOf(event.data), ...label };
    case 'check':
      return { ...checkFigures(event.finding), ...label };
  }
}
