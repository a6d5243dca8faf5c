import type { BridgedChat, HttpChat } from './operations/chat.ts';

/** A vendor's chat as this of its models makes it. */
export function chatOfModel(chat: HttpChat | BridgedChat, model: string): HttpChat | BridgedChat {
  if (chat.wire === 'bridge' || !chat.others) return chat;
  return chat.others.find((other) => other.fits(model))?.chat ?? chat;
}
