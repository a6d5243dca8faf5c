import type { Writing } from '@showrunner/recipes';
import { askModel } from './ask-model.ts';
import type { Conversation } from './ask-model.ts';

/** Drives a recipe's writing to its end: puts its asks to the model, passes its events to whoever watches. */
export async function writeDraft<Draft>(writing: Writing<Draft>, conversation: Conversation): Promise<Draft> {
  let step = writing.next();
  while (step.done !== true) {
    conversation.signal.throwIfAborted();
    if (step.value.kind === 'ask') step = writing.next(await askModel(step.value, conversation));
    else {
      conversation.tell?.(step.value);
      step = writing.next();
    }
  }
  return step.value;
}
