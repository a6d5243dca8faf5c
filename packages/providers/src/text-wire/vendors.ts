/** Vendors whose servers write on a text, and know no messages, tools or pictures: their suite lies here. */
export const ofTexts: readonly string[] = ['replicate', 'sagemaker', 'triton'];
