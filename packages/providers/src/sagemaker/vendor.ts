import { sageMakerVendor } from '../aws/sagemaker-vendor.ts';

/** Endpoints of Amazon SageMaker whose container writes on a text: Hugging Face's, and those of JumpStart. */
export const vendor = sageMakerVendor('sagemaker', 'Amazon SageMaker by prompts');
