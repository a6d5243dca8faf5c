import type { AnswerForm } from './answer-form.ts';
import { chatForm, textForm } from './choices-form.ts';
import { cohereForm } from './cohere-form.ts';
import { contentsForm } from './contents-form.ts';
import { messagesForm } from './messages-form.ts';
import { responsesForm } from './responses-form.ts';

/** Of the wires whose answers are told apart by their members. */
export const forms: readonly AnswerForm[] = [chatForm, textForm, messagesForm, responsesForm, contentsForm, cohereForm];
