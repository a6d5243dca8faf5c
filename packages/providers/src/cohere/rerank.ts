import { cohereRerank } from '../rerank-wire/cohere-rerank.ts';
import { vendor } from './vendor.ts';

export const rerank = cohereRerank(vendor);
