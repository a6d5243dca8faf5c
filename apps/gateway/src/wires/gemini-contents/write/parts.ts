import {
  asObject,
  asObjects,
  asString,
  type JsonObject,
  type ThinkingBlock,
  type ToolCall,
} from '@showrunner/providers';
import { callArguments } from '../../openai/call-arguments.ts';

/** A part of an answer: which members it has says what it is. */
export type Part = JsonObject;

export function textPart(text: string | null | undefined): Part[] {
  return typeof text === 'string' && text !== '' ? [{ text }] : [];
}

export function thoughtPart(text: string | undefined): Part[] {
  return textPart(text).map((part) => ({ ...part, thought: true }));
}

/** Thoughts with the signature by which their vendor knows them again; those that nobody can read have no part. */
export function signedParts(blocks: readonly ThinkingBlock[], isSaid: boolean): Part[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'thinking') return [];
    const { thinking, signature } = block;
    if (!signature) return isSaid ? [] : thoughtPart(thinking);
    return [{ text: isSaid ? '' : thinking, thought: true, thoughtSignature: signature }];
  });
}

/** Throws where a whole call has no arguments that can be read. */
export function callPart({ id, function: called }: ToolCall, isCut: boolean): Part[] {
  const args = callArguments(called, isCut);
  return args ? [{ functionCall: { id, name: called.name, args } }] : [];
}

/** Pictures that a model made, as the gateway has them in chat (`message.images`). */
export function imageParts(images: unknown): Part[] {
  return asObjects(images).flatMap((image) => {
    const url = asString(asObject(image.image_url)?.url) ?? '';
    const { mimeType, data } = /^data:(?<mimeType>[^;,]+);base64,(?<data>.*)$/s.exec(url)?.groups ?? {};
    return mimeType === undefined ? [] : [{ inlineData: { mimeType, data } }];
  });
}
